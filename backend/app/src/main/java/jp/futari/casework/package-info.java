/** 案件: cases, human steps, the inbox, the second-person check. The only room that completes a human step; knows no word that only health insurance knows. */
@ApplicationModule(allowedDependencies = {"shared", "audit", "audit::spi", "access", "access::spi", "workflow", "workflow::spi", "mynumber", "mynumber::spi", "addressee", "addressee::spi"})
package jp.futari.casework;

import org.springframework.modulith.ApplicationModule;
