package jp.futari.addressee.application;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import jp.futari.addressee.Addressees;
import jp.futari.addressee.LoadingRegister;
import jp.futari.addressee.persistence.PersonRows;
import jp.futari.addressee.persistence.PersonSearch;
import jp.futari.addressee.persistence.RegisterChunks;
import jp.futari.addressee.spi.InsuredPeriods;
import jp.futari.audit.AuditEvent;
import jp.futari.audit.AuditTrail;
import jp.futari.shared.ApprovedItem;
import jp.futari.shared.CanonicalJson;
import jp.futari.shared.EffectRef;
import jp.futari.shared.OfficerId;
import jp.futari.support.TestDatabase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** The residents' room over a real database, with chunks loaded the way an approved list loads them. */
public final class AddresseeOffice implements AutoCloseable {

    public final TestDatabase database = TestDatabase.fresh();
    public final List<AuditEvent> record = new ArrayList<>();
    public final JdbcClient jdbc;
    public final Addressees addressees;
    public final LoadingRegister loading;
    private final TransactionTemplate tx;

    public AddresseeOffice() {
        var app = new SingleConnectionDataSource(database.appUrl(), "futari_app", "x", true);
        jdbc = JdbcClient.create(app);
        tx = new TransactionTemplate(new DataSourceTransactionManager(app));
        addressees = new RecordedAddressees(new PersonRows(jdbc), new SearchingPeople(new PersonSearch(jdbc), insured()), new ListedTrail());
        loading = new LoadingChunks(new RegisterChunks(jdbc), this::wrote, new ListedTrail());
    }

    public <T> T in(Supplier<T> act) {
        return tx.execute(status -> act.get());
    }

    /** Approves this chunk (as two demo people would) and lets its effect load it. */
    public void load(JsonNode chunk) {
        in(() -> {
            loading.load(approved(chunk));
            return null;
        });
    }

    public ApprovedItem approved(JsonNode chunk) {
        var approval = UUID.randomUUID();
        var submission = UUID.randomUUID();
        var content = CanonicalJson.text(chunk);
        var hash = CanonicalJson.sha256(content);
        database.superuser("""
                SET session_replication_role = replica;
                INSERT INTO submission (id, content, hash, doer) VALUES ('%1$s', '{}', encode(sha256('{}'), 'hex'), '110001');
                INSERT INTO submission_item VALUES ('%1$s', 1, '{load-register}', 'register-chunk', $chunk$%3$s$chunk$, '%4$s');
                INSERT INTO approval (id, kind, step_key, round, submission_id, submission_hash, doer, checker) VALUES ('%2$s', 'list', 'approve-register-load', 1, '%1$s', '%4$s', '110001', '110002')
                """.formatted(submission, approval, content, hash));
        var effect = UUID.randomUUID();
        jdbc.sql("INSERT INTO effect (id, approval_id, key, submission_id, item_no, item_hash) VALUES (?, ?, 'load-register', ?, 1, ?)").params(effect, approval, submission, hash).update();
        return new ApprovedItem(new EffectRef(effect, "load-register", approval), UUID.randomUUID(), "R8-移-000001", "approve-register-load", 1, "register-chunk", CanonicalJson.parse(content), hash,
                new OfficerId("110001"), new OfficerId("110002"), Instant.now());
    }

    @Override
    public void close() {
        database.drop();
    }

    private void wrote(UUID effect, String table, UUID row) {
        jdbc.sql("INSERT INTO effect_row VALUES (?, ?, ?)").params(effect, table, row).update();
    }

    /** 資格の部屋 in its place: knows one household's number. */
    private static ObjectProvider<InsuredPeriods> insured() {
        var beans = new StaticListableBeanFactory();
        beans.addBean("insured", new InsuredPeriods() {
            @Override
            public List<Period> of(String addresseeNo) {
                return List.of();
            }

            @Override
            public List<String> holdersOf(String typed) {
                return typed.contains("1000001") ? List.of("0000000102") : List.of();
            }
        });
        return beans.getBeanProvider(InsuredPeriods.class);
    }

    private final class ListedTrail implements AuditTrail {
        @Override
        public void record(AuditEvent event) {
            record.add(event);
        }

        @Override
        public void recordApart(AuditEvent event) {
            record.add(event);
        }
    }
}
