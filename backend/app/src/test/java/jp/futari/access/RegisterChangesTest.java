package jp.futari.access;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import jp.futari.Requirement;
import jp.futari.shared.ApprovedItem;
import jp.futari.shared.BusinessClock;
import jp.futari.shared.CanonicalJson;
import jp.futari.shared.EffectRef;
import jp.futari.shared.OfficerId;
import jp.futari.shared.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("権限と端末の発効・失効")
class RegisterChangesTest {

    private static final String FIRST = """
            {"administrators": [
              {"officerNo": "K001", "familyName": "架空", "givenName": "一", "kana": "カクウ イチ", "section": "administration", "post": "主査", "username": "k001"},
              {"officerNo": "K002", "familyName": "架空", "givenName": "二", "kana": "カクウ ニ", "section": "administration", "post": "主査", "username": "k002"}],
             "terminals": [{"terminalNo": "T-01", "place": "管理係"}, {"terminalNo": "T-02", "place": "管理係"}]}""";

    private AccessServer server;
    private Map<String, String> links;

    @BeforeEach
    void bootstrap() throws Exception {
        server = new AccessServer();
        links = bootstrapping().run(new ObjectMapper().readTree(FIRST));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Bootstrap bootstrapping() {
        return new Bootstrap(new DriverManagerDataSource(server.database.appUrl(), "futari_owner", "x"), server.provider.issuer(), "http://localhost:" + server.port);
    }

    private Browser administrator(String terminal) {
        Browser browser = server.browser();
        then(browser.get(links.get(terminal)).location()).isEqualTo("/");
        server.provider.answerAs("k001");
        browser.signIn();
        browser.get("/api/session");
        return browser;
    }

    /** As casework does it: the approval was written before, the effect belongs to the transaction that applies. */
    private void apply(String key, String content, Consumer<ApprovedItem> effect) {
        JsonNode item = CanonicalJson.parse(content);
        String text = CanonicalJson.text(item);
        UUID submission = UUID.randomUUID();
        UUID approval = UUID.randomUUID();
        try (var owner = server.database.asOwner(); var statement = owner.createStatement()) {
            statement.execute("INSERT INTO submission (id, content, hash, doer) VALUES ('%1$s', '%2$s', '%3$s', 'K001')".formatted(submission, text, CanonicalJson.sha256(text)));
            statement.execute("INSERT INTO submission_item (submission_id, item_no, effects, kind, content, hash) VALUES ('%s', 1, ARRAY['%s'], 'test', '%s', '%s')"
                    .formatted(submission, key, text, CanonicalJson.sha256(text)));
            statement.execute("INSERT INTO approval (id, kind, step_key, round, submission_id, submission_hash, doer, checker) VALUES ('%s', 'list', 'test', 1, '%s', '%s', 'K001', 'K002')"
                    .formatted(approval, submission, CanonicalJson.sha256(text)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        new TransactionTemplate(server.bean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            UUID id = UUID.randomUUID();
            server.bean(JdbcTemplate.class).update("INSERT INTO effect (id, approval_id, key, submission_id, item_no, item_hash) VALUES (?, ?, ?, ?, 1, ?)", id, approval, key,
                    submission, CanonicalJson.sha256(text));
            effect.accept(new ApprovedItem(new EffectRef(id, key, approval), null, "R8-権-000001", "approve-right", 1, "test", item, CanonicalJson.sha256(text),
                    new OfficerId("K001"), new OfficerId("K002"), Instant.now()));
        });
    }

    private void grant(String officer, String role) {
        apply("grant-right", """
                {"change": "grant", "officerNo": "%s", "officerName": "架空　三", "section": "資格係", "post": "係長", "username": "%s", "role": "%s", "startsOn": "%s"}"""
                .formatted(officer, officer.toLowerCase(java.util.Locale.ROOT), role, new BusinessClock().today()), item -> server.bean(RightChanges.class).grant(item));
    }

    private void end(String officer, String role) {
        apply("end-right", "{\"change\": \"end\", \"officerNo\": \"%s\", \"role\": \"%s\"}".formatted(officer, role), item -> server.bean(RightChanges.class).end(item));
    }

    @Test
    @Requirement({"AUTH-05", "AUTH-13"})
    @DisplayName("最初の二人と二台は一度だけ登録され、リンクは一度だけ使える")
    void bootstrap_happens_once() throws Exception {
        Browser browser = administrator("T-01");
        then(browser.get("/api/me").json().path("roles").toString()).isEqualTo("[\"administrator\"]");
        then(browser.get("/api/me").json().path("menu").toString()).contains("staff", "terminals").doesNotContain("search");
        var again = server.browser().get(links.get("T-01"));
        then(again.status).isEqualTo(403);
        then(again.body).contains("この登録リンクは使えません");
        JsonNode file = new ObjectMapper().readTree(FIRST);
        thenThrownBy(() -> bootstrapping().run(file)).hasMessageContaining("一度だけ");
        then(server.column("SELECT action FROM audit_event ORDER BY at LIMIT 1")).containsExactly("access.bootstrap");
        then(server.column("SELECT doer || checker FROM approval WHERE kind = 'bootstrap'")).containsExactly("K001K002");
    }

    @Test
    @Requirement({"AUTH-13", "AUTH-06"})
    @DisplayName("付与は、職員・利用者ID・権限を一度に作り、その人はすぐに入れる")
    void a_grant_makes_person_account_and_right() {
        grant("S003", "section-chief");
        server.provider.answerAs("s003");
        Browser browser = administrator("T-02");
        Browser chief = server.browserOn(browser.cookies.get("__Host-futari-terminal"));
        server.provider.answerAs("s003");
        chief.signIn();
        var me = chief.get("/api/me").json();
        then(me.path("roles").toString()).isEqualTo("[\"section-chief\"]");
        then(me.path("officer").path("sectionName").asText()).isEqualTo("資格係");
        then(server.column("SELECT section FROM access_grant WHERE officer_no = 'S003'")).containsExactly("eligibility");
        then(server.bean(Rights.class).of(new OfficerId("S003")).may(java.util.Set.of("section-chief"), "levy")).isFalse();
        then(server.bean(Rights.class).of(new OfficerId("S003")).may(java.util.Set.of("section-chief"), Sections.WHOLE_OFFICE)).isTrue();
        then(server.bean(Staff.class).whoMay(java.util.Set.of("section-chief"), "eligibility")).extracting(person -> person.officer().no()).containsExactly("S003");
    }

    @Test
    @Requirement({"AUTH-14", "AUTH-16", "AUTH-01"})
    @DisplayName("最後の権限を終えると、利用者IDも開いている画面もすぐに止まる")
    void ending_the_last_right_ends_the_account_and_open_screens() {
        grant("S003", "levy-clerk");
        grant("S003", "counter-clerk");
        Browser chief = server.browserOn(administrator("T-01").cookies.get("__Host-futari-terminal"));
        server.provider.answerAs("s003");
        chief.signIn();
        end("S003", "counter-clerk");
        then(chief.get("/api/me").json().path("roles").toString()).isEqualTo("[\"levy-clerk\"]");
        end("S003", "levy-clerk");
        then(chief.get("/api/me").status).isEqualTo(401);
        then(chief.signIn().body).contains("access.account-ended");
        then(server.column("SELECT end_reason FROM staff_session WHERE officer_no = 'S003'")).containsExactly("right-ended");
    }

    @Test
    @DisplayName("兼ねられない役割、自分の権限、最後の管理者の終了は断る")
    void the_register_refuses_what_must_not_be() {
        grant("S003", "counter-clerk");
        thenThrownBy(() -> grant("S003", "compliance-reviewer")).isInstanceOfSatisfying(Refused.class,
                refused -> then(refused.fields()).extracting(problem -> problem.code()).containsExactly("access.right.forbidden-pair"));
        thenThrownBy(() -> grant("K001", "counter-clerk")).isInstanceOfSatisfying(Refused.class,
                refused -> then(refused.fields()).extracting(problem -> problem.code()).contains("access.right.own"));
        grant("S004", "administrator");
        end("S004", "administrator");
        RightChange last = RightChange.of(CanonicalJson.parse("{\"change\":\"end\",\"officerNo\":\"K001\",\"role\":\"administrator\"}"));
        then(server.bean(RightChanges.class).problems(last, List.of(new OfficerId("K002")))).extracting(problem -> problem.code())
                .containsExactly("access.right.last-administrator");
        RightChange unknown = RightChange.of(CanonicalJson.parse("{\"change\":\"grant\",\"officerNo\":\"Z9\",\"role\":\"administrator\",\"startsOn\":\"2026-11-01\"}"));
        then(server.bean(RightChanges.class).problems(unknown, List.of())).extracting(problem -> problem.code()).containsExactly("access.right.unknown-person");
    }

    @Test
    @Requirement("AUTH-05")
    @DisplayName("端末は二人の手続で登録され、リンクは一人に一度だけ渡り、取りやめるとその端末の画面は止まる")
    void a_terminal_lives_and_ends() {
        Browser administrator = administrator("T-01");
        apply("enroll-terminal", "{\"change\":\"enroll\",\"terminalNo\":\"T-03\",\"place\":\"1番窓口\",\"counterFacing\":\"yes\",\"businesses\":[\"eligibility\"]}",
                item -> server.bean(TerminalChanges.class).enroll(item));
        String link = administrator.post("/api/terminals/T-03/link").json().path("address").asText();
        then(administrator.post("/api/terminals/T-03/link").code()).isEqualTo("access.terminal.no-link");
        then(server.column("SELECT token FROM terminal_enrollment_ticket WHERE token IS NOT NULL")).isEmpty();
        Browser counter = server.browser();
        then(counter.get(link).header("Set-Cookie")).contains("__Host-futari-terminal=").contains("HttpOnly").contains("Secure");
        server.provider.answerAs("k002");
        counter.signIn();
        then(counter.get("/api/me").json().path("terminal").path("counterFacing").asBoolean()).isTrue();
        apply("remove-terminal", "{\"change\":\"remove\",\"terminalNo\":\"T-03\"}", item -> server.bean(TerminalChanges.class).remove(item));
        then(counter.get("/api/me").status).isEqualTo(401);
        then(counter.get("/login").status).isEqualTo(403);
        then(administrator.get("/api/terminals").json().path("rows").toString()).contains("\"no\":\"T-03\"").contains("\"state\":\"ended\"");
    }

    @Test
    @DisplayName("アプリケーションの役割は、効果なしに名簿を書けず、終わったセッションを生き返らせられない")
    void the_database_refuses_direct_writes() throws SQLException {
        server.staff.session("K001", "T-01");
        try (var app = server.database.asApp(); var statement = app.createStatement()) {
            thenThrownBy(() -> statement.execute("UPDATE access_grant SET role = 'manager' WHERE officer_no = 'K001'")).hasMessageContaining("row-without-effect");
            thenThrownBy(() -> statement.execute("DELETE FROM staff_member")).isInstanceOf(SQLException.class);
            thenThrownBy(() -> statement.execute("UPDATE staff_session SET officer_no = 'K002'")).hasMessageContaining("permission denied");
            statement.execute("UPDATE staff_session SET ended_at = now(), end_reason = 'test'");
            thenThrownBy(() -> statement.execute("UPDATE staff_session SET ended_at = NULL, end_reason = NULL")).hasMessageContaining("stays ended");
        }
    }
}
