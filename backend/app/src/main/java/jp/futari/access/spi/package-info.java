/** What the rooms above bring so that rights can be judged without reading their tables. */
@NamedInterface("spi")
package jp.futari.access.spi;

import org.springframework.modulith.NamedInterface;
