/** 番号: the vault of personal numbers. The only room that ever holds one; it seals, compares, binds and reveals once, and lists or searches nothing. */
@ApplicationModule(allowedDependencies = {"shared", "audit"})
package jp.futari.mynumber;

import org.springframework.modulith.ApplicationModule;
