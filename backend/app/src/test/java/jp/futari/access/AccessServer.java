package jp.futari.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.futari.support.StaffFixture;
import jp.futari.support.TestDatabase;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.domain.EntityScan;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** The room access alone, served over HTTP on a real database, with an invented identity provider. */
final class AccessServer implements AutoCloseable {

    final TestDatabase database;
    final FakeIdentityProvider provider;
    final StaffFixture staff;
    final int port;
    private final ConfigurableApplicationContext context;

    AccessServer(String... settings) {
        this(database -> { }, settings);
    }

    /** @param before what to do to the migrated database before the application starts */
    AccessServer(java.util.function.Consumer<TestDatabase> before, String... settings) {
        this(TestDatabase.fresh(), before, settings);
    }

    private AccessServer(TestDatabase database, java.util.function.Consumer<TestDatabase> before, String... settings) {
        before.accept(database);
        this.database = database;
        provider = new FakeIdentityProvider();
        staff = new StaffFixture(database, provider.issuer());
        port = freePort();
        String[] all = Stream.concat(Stream.of("--server.port=" + port, "--spring.datasource.url=" + database.appUrl(),
                "--spring.datasource.username=futari_app", "--spring.datasource.password=x", "--futari.access.issuer=" + provider.issuer(),
                "--futari.access.client-secret=" + FakeIdentityProvider.SECRET, "--spring.datasource.hikari.maximum-pool-size=8"),
                Stream.of(settings)).filter(setting -> isLast(setting, settings)).toArray(String[]::new);
        context = new SpringApplicationBuilder(Room.class).run(all);
    }

    Browser browser() {
        return new Browser(port);
    }

    /** A browser on an enrolled terminal. */
    Browser browserOn(String terminalSecret) {
        Browser browser = browser();
        browser.cookies.put("__Host-futari-terminal", terminalSecret);
        return browser;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Codes and actions of the record, oldest first. */
    List<String> recorded(String kind) {
        return column("SELECT action || coalesce(' ' || (what->>'code'), '') FROM audit_event WHERE kind = '" + kind + "' ORDER BY at");
    }

    List<String> column(String sql) {
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

    /** A setting of the test replaces the one of the same name; Spring would join both. */
    private static boolean isLast(String setting, String... settings) {
        String name = setting.substring(0, setting.indexOf('=') + 1);
        return Stream.of(settings).noneMatch(other -> other.startsWith(name) && !other.equals(setting));
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
    @EnableAutoConfiguration(exclude = CamundaBpmAutoConfiguration.class)
    @ComponentScan({"jp.futari.access", "jp.futari.audit", "jp.futari.shared"})
    @EntityScan({"jp.futari.access", "jp.futari.shared"})
    @EnableJpaRepositories(value = "jp.futari.access", considerNestedRepositories = true)
    static class Room {

        /** As casework lists them; the room alone has no casework. */
        @org.springframework.context.annotation.Bean
        jp.futari.shared.EffectRows effectRows(org.springframework.jdbc.core.JdbcTemplate jdbc) {
            return (effect, table, row) -> jdbc.update("INSERT INTO effect_row (effect_id, table_name, row_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", effect,
                    table, row);
        }
    }
}
