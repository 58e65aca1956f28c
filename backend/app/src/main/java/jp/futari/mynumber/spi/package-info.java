/** What the vault asks of the room that knows who holds which task. */
@NamedInterface("spi")
package jp.futari.mynumber.spi;

import org.springframework.modulith.NamedInterface;
