package jp.futari.migration;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import jp.futari.access.Bootstrap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** {@code futari bootstrap}: the first two administrators and the first two terminals, once; prints the two one-time links. */
public final class BootstrapCommand {

    private static final Logger LOG = LoggerFactory.getLogger(BootstrapCommand.class);

    private BootstrapCommand() {
    }

    public static int run() {
        return run(System.getenv(), System.out);
    }

    static int run(Map<String, String> environment, PrintStream out) {
        try {
            String url = required(environment, "FUTARI_DB_URL").replaceAll("[?&]currentSchema=[^&]*", "");
            var owner = new DriverManagerDataSource(url + (url.contains("?") ? "&" : "?") + "currentSchema=futari,engine",
                    required(environment, "FUTARI_DB_OWNER_USER"), environment.getOrDefault("FUTARI_DB_OWNER_PASSWORD", ""));
            var file = new ObjectMapper().readTree(Path.of(required(environment, "FUTARI_BOOTSTRAP_FILE")).toFile());
            new Bootstrap(owner, required(environment, "FUTARI_OIDC_ISSUER"), required(environment, "FUTARI_PUBLIC_URL")).run(file)
                    .forEach((terminal, link) -> out.println(terminal + " " + link));
            return 0;
        } catch (IOException e) {
            LOG.error("bootstrap stopped: the file FUTARI_BOOTSTRAP_FILE cannot be read as JSON");
            return 1;
        } catch (RuntimeException e) {
            LOG.error("bootstrap stopped: {}", e.getMessage());
            return 1;
        }
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("environment variable " + name + " is missing");
        }
        return value;
    }
}
