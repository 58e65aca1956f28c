/** 宛名: people and households as the resident register hands them over. Others look them up here; nobody edits them here. Every look is recorded. */
@ApplicationModule(allowedDependencies = {"shared", "audit"})
package jp.futari.addressee;

import org.springframework.modulith.ApplicationModule;
