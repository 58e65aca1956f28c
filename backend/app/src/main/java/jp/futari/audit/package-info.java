/** 監査証跡: append-only events of every act, read and refusal, and the Merkle log over them. The floor every room may use; knows no other room. */
@ApplicationModule(allowedDependencies = {"shared"})
package jp.futari.audit;

import org.springframework.modulith.ApplicationModule;
