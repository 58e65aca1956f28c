package jp.futari.access.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
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
        if (!versionsOfTheJar().equals(versionsOfTheSchema())) {
            throw new RefusedStart("データベースがこの版のものではありません。futari migrate を実行してから起動してください。");
        }
    }

    private Set<String> versionsOfTheSchema() {
        return new TreeSet<>(jdbc.queryForList("SELECT version FROM futari.flyway_schema_history WHERE success AND version IS NOT NULL", String.class));
    }

    private static Set<String> versionsOfTheJar() {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/V*.sql"))
                    .map(script -> script.getFilename().replaceFirst("^V(\\d+)__.*$", "$1")).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
