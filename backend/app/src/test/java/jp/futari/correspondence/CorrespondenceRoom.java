package jp.futari.correspondence;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import jp.futari.access.CurrentOfficer;
import jp.futari.access.Rights;
import jp.futari.access.SignedIn;
import jp.futari.access.Staff;
import jp.futari.addressee.Addressees;
import jp.futari.audit.AuditEvent;
import jp.futari.audit.AuditTrail;
import jp.futari.casework.CaseDoor;
import jp.futari.mynumber.SealedPages;
import jp.futari.shared.ApprovedItem;
import jp.futari.shared.BusinessClock;
import jp.futari.shared.CanonicalJson;
import jp.futari.shared.EffectRef;
import jp.futari.shared.EffectRows;
import jp.futari.shared.OfficerId;
import jp.futari.shared.office.Office;
import jp.futari.shared.office.OfficeConfiguration;
import jp.futari.support.TestDatabase;
import jp.futari.workflow.spi.ApprovedItems;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.PropertySourcesPlaceholderConfigurer;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The room 通知・帳票 with its database alone: real PostgreSQL, the application's role, a folder as store. Approvals are laid by the superuser,
 * because giving them is another room's business; effects are written by the application's role in the same transaction, as the product does.
 */
public final class CorrespondenceRoom implements AutoCloseable {

    public static final SignedIn CLERK = new SignedIn(UUID.randomUUID(), new OfficerId("0001"), "clerk", "T001", Instant.now());
    public static final SignedIn CHECKER = new SignedIn(UUID.randomUUID(), new OfficerId("0002"), "checker", "T002", Instant.now());

    public final TestDatabase database = TestDatabase.fresh();
    public final Path store;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    public CorrespondenceRoom() {
        store = temporaryFolder();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", Map.of("FUTARI_STORE_DIR", store.toString())));
        context.registerBean(TestDatabase.class, () -> database);
        context.getEnvironment().setActiveProfiles("room-alone");
        context.register(Wiring.class);
        context.refresh();
        signIn(CLERK, "counter-clerk");
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("futari-store");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public JdbcTemplate jdbc() {
        return get(JdbcTemplate.class);
    }

    public void signIn(SignedIn person, String role) {
        when(get(CurrentOfficer.class).get()).thenReturn(person);
        when(get(Rights.class).of(any(SignedIn.class))).thenReturn(new Rights.Held(List.of(new Rights.Right(role, null))));
    }

    public List<AuditEvent> events() {
        return get(Trail.class).events;
    }

    public List<Path> files() {
        try (var walk = Files.walk(store)) {
            return walk.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A running case that the signed-in person may open. */
    public UUID openCase() {
        UUID caseId = UUID.randomUUID();
        String caseNo = "R8-資-" + caseId.toString().substring(0, 8);
        database.superuser("""
                INSERT INTO case_file (id, case_no, kind, process_id, definition, title, section, received_on, opened_by)
                VALUES ('%s', '%s', 'enrollment', 'EnrollmentProcess', 'd', '資格取得届', 'eligibility', '2026-11-18', '0001')""".formatted(caseId, caseNo));
        when(get(CaseDoor.class).open(anyString(), any())).thenReturn(caseId);
        when(get(CaseDoor.class).isRunning(caseId)).thenReturn(true);
        return caseId;
    }

    /** Runs the work in one transaction, with the effect that allows it to write. */
    public ApprovedItem withApproved(UUID caseId, String effectKey, JsonNode content, Consumer<ApprovedItem> work) {
        ApprovedItem item = approve(caseId, effectKey, content);
        get(TransactionTemplate.class).executeWithoutResult(status -> {
            jdbc().update("INSERT INTO effect (id, approval_id, key, submission_id, item_no, item_hash) SELECT ?, a.id, ?, a.submission_id, 0, ? FROM approval a WHERE a.id = ?",
                    item.effect().id(), effectKey, item.hash(), item.effect().approvalId());
            work.accept(item);
        });
        return item;
    }

    private ApprovedItem approve(UUID caseId, String effectKey, JsonNode content) {
        UUID approval = UUID.randomUUID();
        UUID submission = UUID.randomUUID();
        UUID step = UUID.randomUUID();
        String text = CanonicalJson.text(content);
        String hash = CanonicalJson.sha256(text);
        database.superuser("""
                SET session_replication_role = replica;
                INSERT INTO step (id, case_id, step_key, entry, state) VALUES ('%s', '%s', 'decide-enrollment', '%s', 'confirmed');
                INSERT INTO submission (id, step_id, round, content, hash, doer) VALUES ('%s', '%s', 1, $j$%s$j$, '%s', '0001');
                INSERT INTO submission_item (submission_id, item_no, effects, kind, content, hash) VALUES ('%s', 0, ARRAY['%s'], 'certificate', $j$%s$j$, '%s');
                INSERT INTO approval (id, kind, case_id, step_id, step_key, round, submission_id, submission_hash, doer, checker)
                VALUES ('%s', 'case', '%s', '%s', 'decide-enrollment', 1, '%s', '%s', '0001', '0002')"""
                .formatted(step, caseId, step, submission, step, text, hash, submission, effectKey, text, hash, approval, caseId, step, submission, hash));
        return new ApprovedItem(new EffectRef(UUID.randomUUID(), effectKey, approval), caseId, "R8-資-000001", "decide-enrollment", 0, "certificate", content, hash,
                new OfficerId("0001"), new OfficerId("0002"), Instant.now());
    }

    @Override
    public void close() {
        context.close();
        database.drop();
    }

    /** What went into the record, kept in memory. */
    public static final class Trail implements AuditTrail {

        private final List<AuditEvent> events = new ArrayList<>();

        @Override
        public synchronized void record(AuditEvent event) {
            events.add(event);
        }

        @Override
        public synchronized void recordApart(AuditEvent event) {
            events.add(event);
        }
    }

    /** A vault that remembers what was sealed, instead of sealing it. */
    public static final class RememberingVault implements SealedPages {

        public final Map<String, byte[]> sealed = new LinkedHashMap<>();

        @Override
        public void seal(UUID documentId, int pageNo, byte[] image) {
            sealed.put(documentId + "/" + pageNo, image);
        }

        @Override
        public byte[] open(UUID documentId, int pageNo, String purpose, UUID session) {
            throw new UnsupportedOperationException();
        }
    }

    /** Behind a profile, so that no scan of the whole application finds it. */
    @org.springframework.context.annotation.Profile("room-alone")
    @Configuration
    @EnableTransactionManagement
    @ComponentScan("jp.futari.correspondence")
    static class Wiring {

        @Bean
        static PropertySourcesPlaceholderConfigurer placeholders() {
            return new PropertySourcesPlaceholderConfigurer();
        }

        @Bean(destroyMethod = "close")
        HikariDataSource dataSource(TestDatabase database) {
            var pool = new HikariDataSource();
            pool.setJdbcUrl(database.appUrl());
            pool.setUsername("futari_app");
            pool.setPassword("x");
            pool.setMaximumPoolSize(6);
            return pool;
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource dataSource) {
            return new DataSourceTransactionManager(dataSource);
        }

        @Bean
        TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
            return new TransactionTemplate(transactions);
        }

        @Bean
        JdbcTemplate jdbcTemplate(DataSource dataSource) {
            return new JdbcTemplate(dataSource);
        }

        @Bean
        EffectRows effectRows(JdbcTemplate jdbc) {
            return (effect, table, row) -> jdbc.update("INSERT INTO effect_row (effect_id, table_name, row_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", effect, table, row);
        }

        @Bean
        Office office() {
            return OfficeConfiguration.demo();
        }

        @Bean
        ObjectMapper objectMapper() {
            return new ObjectMapper();
        }

        @Bean
        BusinessClock clock() {
            return new BusinessClock();
        }

        @Bean
        Trail trail() {
            return new Trail();
        }

        @Bean
        RememberingVault vault() {
            return new RememberingVault();
        }

        @Bean
        CurrentOfficer currentOfficer() {
            return mock(CurrentOfficer.class);
        }

        @Bean
        Rights rights() {
            return mock(Rights.class);
        }

        @Bean
        Staff staff() {
            Staff staff = mock(Staff.class);
            when(staff.find(any())).thenReturn(Optional.of(new Staff.Person(new OfficerId("0001"), "仮山", "", "eligibility", "主事")));
            return staff;
        }

        @Bean
        CaseDoor caseDoor() {
            return mock(CaseDoor.class);
        }

        @Bean
        Addressees addressees() {
            return mock(Addressees.class);
        }

        @Bean
        ApprovedItems approvedItems() {
            return mock(ApprovedItems.class);
        }
    }
}
