/** 権限: who may do what to which, from when to when, from which terminals; sign-in and sessions. Leans on the record only. */
@ApplicationModule(allowedDependencies = {"shared", "audit", "audit::spi"})
package jp.futari.access;

import org.springframework.modulith.ApplicationModule;
