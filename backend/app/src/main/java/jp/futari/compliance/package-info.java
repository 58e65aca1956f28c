/** 点検: the processes that grant rights and enrol terminals, and later the reviews of the record. Writes to no other room's registers but rights and terminals, through their doors. */
@ApplicationModule(allowedDependencies = {"shared", "audit", "access", "casework::spi", "workflow", "workflow::spi"})
package jp.futari.compliance;

import org.springframework.modulith.ApplicationModule;
