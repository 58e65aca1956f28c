/** 通知・帳票: prints official papers, keeps the papers people bring, and knows what was printed, spoiled, destroyed and handed over. Never decides that a notice is due. */
@ApplicationModule(allowedDependencies = {"access", "addressee", "audit", "casework", "casework :: spi", "mynumber", "shared", "workflow", "workflow :: spi"})
package jp.futari.correspondence;

import org.springframework.modulith.ApplicationModule;
