package jp.futari.access.application;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Logs as JSON wherever the public address is https, that is in production; a setting of the operator goes before. */
class ProductionLogging implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.getProperty("FUTARI_PUBLIC_URL", "").startsWith("https://")) {
            environment.getPropertySources().addLast(new MapPropertySource("futari-production-logging", Map.of("logging.structured.format.console", "ecs")));
        }
    }
}
