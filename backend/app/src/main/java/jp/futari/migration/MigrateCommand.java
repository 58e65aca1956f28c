package jp.futari.migration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code futari migrate}: brings schema, engine tables, models and forms to this jar's version, as owner, and ends. */
public final class MigrateCommand {

    private static final Logger LOG = LoggerFactory.getLogger(MigrateCommand.class);

    private MigrateCommand() {
    }

    public static int run() {
        try {
            SchemaMigrator.fromEnvironment().migrate();
            return 0;
        } catch (RuntimeException e) {
            LOG.error("migrate stopped: {}", e.getMessage(), e);
            return 1;
        }
    }
}
