/** What the residents' room asks of the rooms above it. */
@NamedInterface("spi")
package jp.futari.addressee.spi;

import org.springframework.modulith.NamedInterface;
