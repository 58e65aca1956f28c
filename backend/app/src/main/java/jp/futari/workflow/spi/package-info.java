/** What the engine's room asks of casework. */
@NamedInterface("spi")
package jp.futari.workflow.spi;

import org.springframework.modulith.NamedInterface;
