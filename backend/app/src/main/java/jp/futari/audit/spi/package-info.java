/** What the record asks of the rooms above it. */
@NamedInterface("spi")
package jp.futari.audit.spi;

import org.springframework.modulith.NamedInterface;
