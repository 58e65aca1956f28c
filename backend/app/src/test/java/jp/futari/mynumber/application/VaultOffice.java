package jp.futari.mynumber.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import jp.futari.audit.AuditEvent;
import jp.futari.audit.AuditTrail;
import jp.futari.mynumber.CandidateId;
import jp.futari.mynumber.CandidatePlace;
import jp.futari.mynumber.NumberVault;
import jp.futari.mynumber.SealedPages;
import jp.futari.mynumber.SealedReferences;
import jp.futari.mynumber.model.NumberRealm;
import jp.futari.mynumber.persistence.VaultFunctions;
import jp.futari.mynumber.sealing.KeyRing;
import jp.futari.mynumber.sealing.VaultKeys;
import jp.futari.mynumber.spi.RevealGround;
import jp.futari.shared.ApprovedItem;
import jp.futari.shared.CanonicalJson;
import jp.futari.shared.EffectRef;
import jp.futari.shared.OfficerId;
import jp.futari.support.TestDatabase;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A vault over a real database as the application's role sees it, with two officers who have sat down at their terminals. */
final class VaultOffice implements AutoCloseable {

    final UUID clerk = UUID.randomUUID();
    final UUID checker = UUID.randomUUID();
    final UUID caseId = UUID.randomUUID();
    final TestDatabase database = TestDatabase.fresh();
    final List<AuditEvent> record = new ArrayList<>();
    final VaultKeys keys;
    final NumberVault vault;
    final SealedPages pages;
    final SealedReferences references;
    final VaultFunctions functions;
    final TransactionTemplate tx;
    final JdbcClient jdbc;
    AuditTrail trail;
    private final DataSourceTransactionManager transactions;

    VaultOffice() {
        var app = new DriverManagerDataSource(database.appUrl(), "futari_app", "x");
        jdbc = JdbcClient.create(app);
        transactions = new DataSourceTransactionManager(app);
        tx = new TransactionTemplate(transactions);
        keys = new VaultKeys(keyFile());
        functions = new VaultFunctions(jdbc);
        trail = new RecordInTransaction();
        vault = new SealedNumberVault(keys, functions, NumberRealm.DEMO, new TrailOfNow(), this::wrote);
        pages = new VaultPages(keys, functions, new TrailOfNow());
        references = new VaultReferences(keys, functions);
    }

    /** An empty vault, and both officers newly identified. */
    void clear() {
        trail = new RecordInTransaction();
        record.clear();
        database.superuser("""
                SET session_replication_role = replica;
                TRUNCATE vault.candidate, vault.attempt, vault.number_binding, vault.reveal, vault.sealed_page, vault.page_opening, vault.sealed_text,
                         staff_member, account, terminal, staff_session, idempotent_request CASCADE
                """);
        sitDown("T001", "110001", "aoba", clerk);
        sitDown("T002", "110002", "kaede", checker);
    }

    CandidatePlace at(String field) {
        return new CandidatePlace(caseId, "receive-notification", field);
    }

    CandidateId typed(String number, String field, UUID session) {
        return in(() -> vault.candidate(number.toCharArray(), at(field), session));
    }

    <T> T in(Supplier<T> act) {
        return tx.execute(status -> act.get());
    }

    RevealingOnce reveals(CandidateId candidate) {
        var factory = new StaticListableBeanFactory();
        factory.addBean("ground", (RevealGround) (task, field, purpose) -> new RevealGround.Ground(checker, at(field), candidate));
        return new RevealingOnce(factory.getBeanProvider(RevealGround.class), functions, keys, new TrailOfNow(), transactions);
    }

    /** An approved item of the effect {@code bind-number}, with its effect row written in this transaction. */
    ApprovedItem approvedBinding(String contentText) {
        var approval = UUID.randomUUID();
        var submission = UUID.randomUUID();
        var content = CanonicalJson.text(CanonicalJson.parse(contentText));
        var hash = CanonicalJson.sha256(content);
        database.superuser("""
                SET session_replication_role = replica;
                INSERT INTO submission (id, content, hash, doer) VALUES ('%1$s', '%3$s', '%4$s', '110001');
                INSERT INTO submission_item VALUES ('%1$s', 1, '{bind-number,register-enrollment}', 'number', '%3$s', '%4$s');
                INSERT INTO approval (id, kind, step_key, round, submission_id, submission_hash, doer, checker) VALUES ('%2$s', 'case', 'decide-enrollment', 1, '%1$s', '%4$s', '110001', '110002')
                """.formatted(submission, approval, content, hash));
        var effect = UUID.randomUUID();
        jdbc.sql("INSERT INTO effect (id, approval_id, key, submission_id, item_no, item_hash) VALUES (?, ?, 'bind-number', ?, 1, ?)").params(effect, approval, submission, hash).update();
        return new ApprovedItem(new EffectRef(effect, "bind-number", approval), caseId, "R8-資-000001", "decide-enrollment", 1, "number", CanonicalJson.parse(content), hash,
                new OfficerId("110001"), new OfficerId("110002"), Instant.now());
    }

    Connection superuser() throws SQLException {
        return DriverManager.getConnection(database.url(), "postgres", "postgres");
    }

    @Override
    public void close() {
        database.drop();
    }

    private void wrote(UUID effect, String table, UUID row) {
        jdbc.sql("INSERT INTO effect_row VALUES (?, ?, ?)").params(effect, table, row).update();
    }

    private void sitDown(String terminal, String officer, String username, UUID session) {
        database.superuser("""
                SET session_replication_role = replica;
                INSERT INTO staff_member (id, effect_id, officer_no, family_name, given_name, kana, section, post, starts_on)
                VALUES (gen_random_uuid(), gen_random_uuid(), '%1$s', '試験', '職員', 'シケン', 'eligibility', '主事', '2020-04-01');
                INSERT INTO account (id, effect_id, officer_no, issuer, username, starts_on) VALUES (gen_random_uuid(), gen_random_uuid(), '%1$s', 'test', '%2$s', '2020-04-01');
                INSERT INTO terminal (id, effect_id, terminal_no, place, counter_facing, secret_hash, starts_on)
                VALUES (gen_random_uuid(), gen_random_uuid(), '%3$s', '窓口', true, sha256(convert_to('%3$s', 'UTF8')), '2020-04-01');
                INSERT INTO staff_session (ref, username, officer_no, terminal_no) VALUES ('%4$s', '%2$s', '%1$s', '%3$s')
                """.formatted(officer, username, terminal, session));
    }

    private static String keyFile() {
        try {
            var file = Files.createTempDirectory("futari-vault").resolve("keys.json");
            KeyRing.create(file);
            return file.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whatever trail the test has put in place at this moment. */
    private final class TrailOfNow implements AuditTrail {
        @Override
        public void record(AuditEvent event) {
            trail.record(event);
        }

        @Override
        public void recordApart(AuditEvent event) {
            trail.recordApart(event);
        }
    }

    /** Writes the events where the product's trail writes them, so that the hunt sees them. */
    private final class RecordInTransaction implements AuditTrail {
        @Override
        public void record(AuditEvent event) {
            record.add(event);
            jdbc.sql("INSERT INTO audit_event (id, at, kind, action, case_id, purpose, subjects, what, leaf) VALUES (gen_random_uuid(), now(), ?, ?, ?, ?, ?::text[], ?::jsonb, '')")
                    .params(event.kind().name(), event.action(), event.caseId(), event.purpose(), event.subjects().toArray(String[]::new), json(event)).update();
        }

        @Override
        public void recordApart(AuditEvent event) {
            record(event);
        }

        private String json(AuditEvent event) {
            return new com.fasterxml.jackson.databind.ObjectMapper().valueToTree(event.what()).toString();
        }
    }
}
