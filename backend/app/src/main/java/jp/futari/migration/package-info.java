/** The commands that end and need the database: {@code futari migrate} and {@code futari bootstrap}. They run as the owner, apart from the application. */
@ApplicationModule(allowedDependencies = {"shared", "workflow", "access"})
package jp.futari.migration;

import org.springframework.modulith.ApplicationModule;
