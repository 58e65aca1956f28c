package jp.futari.bench;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import jp.futari.casework.CaseworkServer;
import jp.futari.support.RoundTrips;
import jp.futari.support.StaffFixture;
import jp.futari.support.TestDatabase;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** 測る課: casework and its ground rooms on a real database, counted, with one doer and one checker for each worker. */
final class Office implements AutoCloseable {

    private static final RoundTrips TRIPS = new RoundTrips();

    final TestDatabase database = TestDatabase.fresh();
    final CaseworkServer server;
    final RoundTrips trips = TRIPS;
    private final Connection onlooker;

    Office(int workers) {
        server = new CaseworkServer(database, Counted.class, "--logging.level.root=WARN",
                "--futari.audit.sequence-every-ms=86400000");
        StaffFixture staff = server.staff;
        for (int i = 0; i < workers; i++) {
            staff.person("D" + i, "eligibility", "counter-clerk").person("C" + i, "eligibility", "eligibility-clerk").terminal("KD-00" + i, "d" + i).terminal("KC-00" + i, "c" + i);
        }
        try {
            onlooker = database.asApp();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The open task of a case, as the inbox would have told: not counted as a round trip of the case, its time is. */
    synchronized String openTask(String caseId) {
        try (var find = onlooker.prepareStatement("SELECT task_id FROM work_item WHERE case_id = ?::uuid")) {
            find.setString(1, caseId);
            try (var row = find.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            onlooker.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            server.close();
        }
    }

    /** The product with a counter between it and its pool. */
    @Import(CaseworkServer.Room.class)
    static class Counted {

        @Bean
        static AmountCase amountCase() {
            return new AmountCase();
        }

        @Bean
        static AmountCase.Step amountStep() {
            return new AmountCase.Step();
        }

        @Bean
        static BeanPostProcessor counter() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource source ? TRIPS.over(source) : bean;
                }
            };
        }
    }
}
