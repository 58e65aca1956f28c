/** Values every room may use: ids, refusals, the approved item, canonical JSON, the office's clock. Leans on nothing. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package jp.futari.shared;

import org.springframework.modulith.ApplicationModule;
