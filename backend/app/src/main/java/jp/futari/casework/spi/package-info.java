/** What a room brings so that its steps can be worked on: kinds of case, and the content of each step. */
@NamedInterface("spi")
package jp.futari.casework.spi;

import org.springframework.modulith.NamedInterface;
