/** 資格: who is insured by the municipality, from which day to which day. Leans on casework, correspondence and the ground rooms; knows nothing of money. */
@ApplicationModule(allowedDependencies = {"shared", "audit", "access", "addressee", "addressee::spi", "mynumber", "casework", "casework::spi", "correspondence", "workflow", "workflow::spi"})
package jp.futari.eligibility;

import org.springframework.modulith.ApplicationModule;
