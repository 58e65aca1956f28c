/** 工程: the engine behind one door; deployment gate, allow-list of commands, the few engine commands in use. No business rule, no query for a screen. */
@ApplicationModule(allowedDependencies = {"shared", "audit", "modelchecker"})
package jp.futari.workflow;

import org.springframework.modulith.ApplicationModule;
