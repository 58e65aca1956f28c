package jp.futari.casework;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.futari.access.Browser;
import jp.futari.access.FakeIdentityProvider;
import jp.futari.support.StaffFixture;
import jp.futari.support.TestDatabase;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.domain.EntityScan;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** Casework with its ground rooms and a real engine, served over HTTP on a real database; the business rooms stay out. */
public final class CaseworkServer implements AutoCloseable {

    public final TestDatabase database;
    public final FakeIdentityProvider provider;
    public final StaffFixture staff;
    public final int port;
    private final ConfigurableApplicationContext context;

    public CaseworkServer(String... settings) {
        this(TestDatabase.fresh(), Room.class, settings);
    }

    /** @param walls configuration that replaces parts of the product: only tests can do that */
    public CaseworkServer(TestDatabase database, Class<?> walls, String... settings) {
        this.database = database;
        provider = new FakeIdentityProvider();
        staff = new StaffFixture(database, provider.issuer());
        port = freePort();
        String[] all = Stream.concat(Stream.of("--server.port=" + port, "--spring.datasource.url=" + database.appUrl(), "--spring.datasource.username=futari_app",
                "--spring.datasource.password=x", "--futari.access.issuer=" + provider.issuer(), "--futari.access.client-secret=" + FakeIdentityProvider.SECRET,
                "--spring.datasource.hikari.maximum-pool-size=10", "--futari.jobs.enabled=false", "--futari.scheduling=false", "--futari.proof-case=true",
                "--futari.vault.keyfile=" + keyFile(), "--futari.demo=true", "--FUTARI_DEMO=true"), Stream.of(settings)).toArray(String[]::new);
        context = new SpringApplicationBuilder(walls).run(all);
    }

    private static String keyFile() {
        try {
            var file = Files.createTempDirectory("futari-keys").resolve("vault.keys");
            jp.futari.mynumber.sealing.KeyRing.create(file);
            return file.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A browser on an enrolled terminal, signed in as this person. */
    public Browser signedIn(String officerNo, String terminalSecret) {
        Browser browser = new Browser(port);
        browser.cookies.put("__Host-futari-terminal", terminalSecret);
        provider.answerAs(officerNo.toLowerCase(java.util.Locale.ROOT));
        var signedIn = browser.signIn();
        if (!"/".equals(signedIn.location())) {
            throw new IllegalStateException(officerNo + " could not sign in: " + signedIn.status + " " + signedIn.location() + " " + signedIn.body);
        }
        browser.get("/api/session");
        if (!browser.cookies.containsKey("XSRF-TOKEN")) {
            throw new IllegalStateException("no CSRF cookie: " + browser.cookies.keySet());
        }
        return browser;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> java.util.Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    public List<String> column(String sql) {
        List<String> rows = new ArrayList<>();
        try (var connection = database.asOwner(); var statement = connection.createStatement(); var result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public String one(String sql) {
        List<String> rows = column(sql);
        return rows.isEmpty() ? null : rows.get(0);
    }

    /** The version a page would show for this task; of one that is gone, the first. */
    public String version(String task) {
        String version = one("SELECT version FROM work_item WHERE task_id = '" + task + "'");
        return version == null ? "1" : version;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
        provider.close();
        database.drop();
    }

    /** Not annotated as a component, so that no other test's scan finds it. */
    @EnableAutoConfiguration
    @ComponentScan({"jp.futari.access", "jp.futari.audit", "jp.futari.shared", "jp.futari.mynumber", "jp.futari.addressee", "jp.futari.workflow", "jp.futari.casework"})
    @EntityScan({"jp.futari.access", "jp.futari.shared", "jp.futari.addressee", "jp.futari.mynumber"})
    @EnableJpaRepositories(value = {"jp.futari.access", "jp.futari.addressee", "jp.futari.mynumber"}, considerNestedRepositories = true)
    public static class Room {

        /** Delegates of the rooms above, absent here: the start gate wants one of each, no test here reaches them. */
        @Bean
        static BeanDefinitionRegistryPostProcessor absentDelegates() {
            return new AbsentDelegates();
        }
    }

    private static final class AbsentDelegates implements BeanDefinitionRegistryPostProcessor {
        @Override
        public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
            new jp.futari.workflow.StepCatalogue().effects().stream().filter(e -> !registry.containsBeanDefinition(e.delegate())).forEach(e -> {
                RootBeanDefinition absent = new RootBeanDefinition(JavaDelegate.class, () -> AbsentDelegate.of(e.effect()));
                absent.setRole(BeanDefinition.ROLE_SUPPORT);
                if (!registry.containsBeanDefinition(e.delegate())) {
                    registry.registerBeanDefinition(e.delegate(), absent);
                }
            });
        }

        @Override
        public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
            // nothing to do
        }
    }
}
