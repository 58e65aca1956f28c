package jp.futari.access.application;

import jp.futari.shared.RefusedStart;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Asks before anything is served: settings fit for where it stands, a database role that owns nothing, a schema of this very version. */
@Component
class StartGuard implements InitializingBean {

    private static final String OWNED_OR_MIGHTY = """
            SELECT rolsuper OR rolbypassrls OR EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                                                        WHERE n.nspname IN ('futari', 'engine', 'vault') AND pg_has_role(r.oid, c.relowner, 'USAGE'))
              FROM pg_roles r WHERE rolname = current_user""";

    private final AccessSettings settings;
    private final JdbcTemplate jdbc;

    StartGuard(AccessSettings settings, JdbcTemplate jdbc) {
        this.settings = settings;
        this.jdbc = jdbc;
    }

    @Override
    public void afterPropertiesSet() {
        StartConditions.refusal(settings).ifPresent(sentence -> {
            throw new RefusedStart(sentence);
        });
        if (Boolean.TRUE.equals(jdbc.queryForObject(OWNED_OR_MIGHTY, Boolean.class))) {
            throw new RefusedStart("データベースの役割が表を所有しています。FUTARI_DB_USER には、何も所有しない futari_app を使ってください。");
        }
        if (!isOfThisVersion()) {
            throw new RefusedStart("データベースがこの版のものではありません。futari migrate を実行してから起動してください。");
        }
    }

    /** By name and checksum, both ways: a migration that is missing, changed or of a later version refuses; so does a function that was not brought up to date. */
    private boolean isOfThisVersion() {
        return Flyway.configure().dataSource(jdbc.getDataSource()).schemas("futari").defaultSchema("futari").locations("classpath:db/migration")
                .ignoreMigrationPatterns(new String[0]).load().validateWithResult().validationSuccessful;
    }
}
