package jp.futari.access;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.Map;
import jp.futari.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("サインイン")
class SignInTest {

    private static final String T1 = "secret-of-t-01";
    private static final String T2 = "secret-of-t-02";
    private static AccessServer server;

    @BeforeAll
    static void open_the_office() {
        server = new AccessServer();
        server.staff.terminal("T-01", T1).terminal("T-02", T2)
                .person("A1001", "eligibility", "eligibility-clerk").person("A1002", "eligibility", "counter-clerk")
                .person("A1003", "eligibility", "counter-clerk").account("A1001", "second-of-a1001")
                .person("A1004", "eligibility", "counter-clerk").person("A1005", "eligibility", "counter-clerk", "section-chief")
                .change("UPDATE account SET ends_on = current_date - 1 WHERE officer_no = 'A1003'");
    }

    @AfterAll
    static void close_the_office() {
        server.close();
    }

    private Browser signedIn(String username, String terminalSecret) {
        server.provider.answerAs(username);
        Browser browser = server.browserOn(terminalSecret);
        then(browser.signIn().location()).isEqualTo("/");
        browser.get("/api/session");   // the page's first question brings the CSRF cookie
        return browser;
    }

    @Test
    @Requirement({"AUTH-03", "AUTH-06"})
    @DisplayName("職員名簿の人は、登録端末からサインインできる")
    void a_person_of_the_register_signs_in() {
        Browser browser = signedIn("a1001", T1);
        var me = browser.get("/api/me").json();
        then(me.path("officer").path("no").asText()).isEqualTo("A1001");
        then(me.path("terminal").path("no").asText()).isEqualTo("T-01");
        then(me.path("menu").toString()).contains("inbox").doesNotContain("staff");
        then(server.provider.asked.get(server.provider.asked.size() - 1))
                .containsEntry("code_challenge_method", "S256").containsEntry("prompt", "login").containsKeys("nonce", "state");
        then(server.recorded("ACT")).contains("access.signed-in");
    }

    @Test
    @Requirement("AUTH-05")
    @DisplayName("登録のない端末では、サインインの画面が連絡先を言って断る")
    void an_unknown_terminal_is_refused_before_the_provider_is_asked() {
        int asked = server.provider.asked.size();
        var answer = server.browser().get("/login");
        then(answer.status).isEqualTo(403);
        then(answer.body).contains("この端末は登録されていません").doesNotContain("<script");
        then(server.provider.asked).hasSize(asked);
        then(server.recorded("REFUSAL")).contains("access.sign-in access.terminal-unknown");
    }

    @Test
    @Requirement("AUTH-05")
    @DisplayName("信頼しない相手の証明書ヘッダーは、端末とみなさない")
    void a_header_makes_no_terminal() {
        Browser browser = server.browser();
        browser.headers.put("X-Futari-Client-Cert", "-----BEGIN%20CERTIFICATE-----");
        browser.headers.put("X-Futari-Terminal", "T-01");
        browser.headers.put("X-Forwarded-For", "127.0.0.1");
        then(browser.get("/login").status).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "a1003", "service-account-machine"})
    @Requirement({"AUTH-01", "AUTH-08", "AUTH-15"})
    @DisplayName("名簿にない人、期間の終わった人、機械の利用者IDは入れない")
    void only_valid_accounts_of_people_come_in(String username) {
        server.provider.answerAs(username);
        Browser browser = server.browserOn(T1);
        var answer = browser.signIn();
        then(answer.status).isEqualTo(403);
        then(browser.get("/api/me").status).isEqualTo(401);
        then(server.recorded("REFUSAL")).anyMatch(refusal -> refusal.startsWith("access.sign-in access."));
    }

    @Test
    @DisplayName("client credentials のトークンと、認証サーバーの代理サインインは入れない")
    void machines_and_impersonators_are_refused() {
        server.provider.answerAs("a1001", Map.of("client_id", "machine"));
        then(server.browserOn(T1).signIn().body).contains("access.not-a-person");
        server.provider.answerAs("a1001", Map.of("impersonator", Map.of("username", "root")));
        then(server.browserOn(T1).signIn().body).contains("access.impersonated");
        then(server.recorded("REFUSAL")).contains("access.sign-in access.not-a-person", "access.sign-in access.impersonated");
    }

    @Test
    @DisplayName("知らない鍵で署名された本人確認は受け付けない")
    void a_token_signed_by_a_stranger_is_refused() {
        server.provider.answerAs("a1001");
        server.provider.signAsAStranger(true);
        try {
            then(server.browserOn(T1).signIn().body).contains("access.sign-in-failed");
        } finally {
            server.provider.signAsAStranger(false);
        }
    }

    @Test
    @DisplayName("同じ人の二つめの利用者IDも、同じ職員番号になる")
    void a_second_account_is_the_same_person() {
        Browser browser = signedIn("second-of-a1001", T1);
        then(browser.get("/api/session").json().path("officerNo").asText()).isEqualTo("A1001");
    }

    @Test
    @DisplayName("サインインでセッションの番号が変わる（固定化されない）")
    void the_session_id_changes_at_sign_in() {
        server.provider.answerAs("a1001");
        Browser attacker = server.browserOn(T1);
        String location = attacker.get("/login").location();
        String fixed = attacker.cookies.get("__Host-futari");
        Browser victim = server.browserOn(T1);
        victim.cookies.put("__Host-futari", fixed);
        victim.get(victim.get(location).location());
        then(victim.get("/api/me").status).isEqualTo(200);
        then(victim.cookies.get("__Host-futari")).isNotEqualTo(fixed);
        then(attacker.get("/api/me").status).isEqualTo(401);
    }

    @Test
    @Requirement("AUTH-05")
    @DisplayName("盗んだセッションを別の端末で使うと、断り、終わらせ、記録する")
    void a_stolen_session_dies_on_another_terminal() {
        Browser owner = signedIn("a1001", T1);
        Browser thief = server.browserOn(T2);
        thief.cookies.put("__Host-futari", owner.cookies.get("__Host-futari"));
        var refused = thief.get("/api/me");
        then(refused.status).isEqualTo(401);
        then(refused.code()).isEqualTo("access.session-other-terminal");
        then(owner.get("/api/me").status).isEqualTo(401);
        then(server.recorded("REFUSAL")).contains("access.session access.session-other-terminal");
    }

    @Test
    @DisplayName("CSRFのしるしのない操作は断り、記録する")
    void a_write_without_csrf_token_is_refused() {
        Browser browser = signedIn("a1001", T1);
        browser.cookies.remove("XSRF-TOKEN");
        var refused = browser.post("/api/session/touch");
        then(refused.status).isEqualTo(403);
        then(refused.code()).isEqualTo("access.csrf");
        then(server.recorded("REFUSAL")).contains("access.request access.csrf");
        then(browser.post("/api/session/touch").body).contains("\"signedIn\":true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example/", "/\\evil.example", "/%0d%0aLocation:x", "javascript:alert(1)", "/logout"})
    @DisplayName("サインインのあと、よそのサイトへは行かない")
    void no_open_redirect(String next) {
        server.provider.answerAs("a1001");
        Browser browser = server.browserOn(T1);
        var answer = browser.follow(browser.get("/login?next=" + java.net.URLEncoder.encode(next, java.nio.charset.StandardCharsets.UTF_8)));
        then(answer.location()).isIn("/", "/%0d%0aLocation:x");
    }

    @Test
    @DisplayName("開こうとしたページへ、サインインのあとに戻る")
    void the_page_asked_for_opens_after_sign_in() {
        server.provider.answerAs("a1001");
        Browser browser = server.browserOn(T1);
        then(browser.get("/cases/R8-1?tab=people").location()).isEqualTo("/login?next=%2Fcases%2FR8-1%3Ftab%3Dpeople");
        then(browser.follow(browser.get("/login?next=%2Fcases%2FR8-1%3Ftab%3Dpeople")).location()).isEqualTo("/cases/R8-1?tab=people");
    }

    @Test
    @DisplayName("機械のトークンは、人の仕事のどの入口にも入れない。Cookieを添えても同じ")
    void a_bearer_token_reaches_nothing() {
        Browser browser = signedIn("a1001", T1);
        browser.headers.put("Authorization", "Bearer anything");
        then(browser.get("/api/me").code()).isEqualTo("access.machine-refused");
        then(browser.post("/api/tasks/1/complete", "{}").code()).isEqualTo("access.machine-refused");
        then(server.recorded("REFUSAL")).contains("access.request access.machine-refused");
    }

    @Test
    @DisplayName("画面には安全のためのヘッダーがつき、Cookieはスクリプトから読めない")
    void headers_and_cookies_are_strict() {
        server.provider.answerAs("a1001");
        Browser browser = server.browserOn(T1);
        var login = browser.get("/login");
        then(login.header("Set-Cookie")).contains("__Host-futari=").contains("Secure").contains("HttpOnly").contains("SameSite=Lax").doesNotContain("Domain");
        var answer = browser.get("/api/me");
        then(answer.status).isEqualTo(401);
        then(answer.code()).isEqualTo("access.signed-out");
        then(answer.header("Content-Security-Policy")).contains("script-src 'self'").contains("frame-ancestors 'none'").doesNotContain("unsafe-eval");
        then(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        then(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        then(answer.header("Cache-Control")).contains("no-store");
        then(answer.header("X-Frame-Options")).isEqualTo("DENY");
    }

    @Test
    @DisplayName("だれもサインインしていない閲覧は、セッションの行を作らない")
    void anonymous_visits_write_no_session() {
        int before = server.column("SELECT primary_id FROM spring_session").size();
        server.browser().get("/inbox");
        server.browser().get("/api/tasks");
        then(server.column("SELECT primary_id FROM spring_session")).hasSize(before);
    }

    @Test
    @Requirement({"AUTH-10", "AUTH-17"})
    @DisplayName("サインアウトは認証サーバーのサインインも終わらせ、記録に残る")
    void signing_out_ends_both() {
        Browser browser = signedIn("a1002", T1);
        String redirect = browser.post("/logout").json().path("redirect").asText();
        then(redirect).startsWith(server.provider.issuer() + "/protocol/openid-connect/logout").contains("id_token_hint=")
                .contains("post_logout_redirect_uri=http");
        then(browser.get("/api/me").status).isEqualTo(401);
        then(server.recorded("ACT")).contains("access.signed-out");
    }

    @Test
    @DisplayName("認証サーバーからのサインアウトは1秒のうちに効く")
    void back_channel_logout_works_at_once() {
        Browser browser = signedIn("a1004", T1);
        then(browser.postForm("/logout/connect/back-channel/keycloak", "logout_token=" + server.provider.logoutToken(Map.of("sid", "session-of-a1004"))).status)
                .isEqualTo(200);
        then(browser.get("/api/me").status).isEqualTo(401);
    }

    @Test
    @DisplayName("IDトークンや別の宛先のトークンではサインアウトさせられない")
    void only_a_logout_token_logs_out() {
        Browser browser = signedIn("a1004", T1);
        for (Map<String, Object> claims : java.util.List.<Map<String, Object>>of(Map.of("sid", "session-of-a1004", "nonce", "n"),
                Map.of("sid", "session-of-a1004", "aud", "other"), Map.of("sid", "session-of-a1004", "events", Map.of("other", Map.of())))) {
            then(browser.postForm("/logout/connect/back-channel/keycloak", "logout_token=" + server.provider.logoutToken(claims)).status).isEqualTo(400);
        }
        then(browser.get("/api/me").status).isEqualTo(200);
    }

    @Test
    @Requirement("AUTH-10")
    @DisplayName("覆った画面では何もできず、同じ人の再認証だけが開く")
    void a_covered_screen_opens_only_for_the_same_person() {
        Browser browser = signedIn("a1001", T1);
        browser.post("/api/session/cover");
        then(browser.get("/api/me").code()).isEqualTo("access.session-covered");
        then(browser.post("/api/session/touch").code()).isEqualTo("access.session-covered");
        server.provider.answerAs("a1002");
        then(browser.follow(browser.get("/login/reauthenticate")).body).contains("access.reauthentication-other-person");
        then(browser.get("/api/me").status).isEqualTo(401);
        server.provider.answerAs("a1001");
        then(browser.follow(browser.get("/login/reauthenticate")).location()).isEqualTo("/sign-in/reauthenticated.html");
        then(server.provider.asked.get(server.provider.asked.size() - 1)).containsEntry("max_age", "0").containsEntry("prompt", "login");
        then(browser.get("/api/me").status).isEqualTo(200);
        then(server.recorded("REFUSAL")).contains("access.reauthentication access.reauthentication-other-person");
    }

    @Test
    @DisplayName("古い本人確認を持ち込む再認証は断る")
    void a_stale_identification_is_refused() {
        Browser browser = signedIn("a1001", T1);
        server.provider.answerAs("a1001", Map.of("auth_time", java.time.Instant.now().getEpochSecond() - 600));
        then(browser.follow(browser.get("/login/reauthenticate")).body).contains("access.reauthentication-stale");
    }

    @Test
    @Requirement({"AUTH-01", "AUTH-14"})
    @DisplayName("権限・利用者ID・端末を終えると、開いている画面も次の操作で止まる")
    void what_ends_ends_for_open_screens_too() {
        Browser browser = signedIn("a1005", T1);
        then(browser.get("/api/me").json().path("roles").toString()).contains("section-chief");
        server.staff.change("UPDATE access_grant SET ends_on = current_date - 1 WHERE officer_no = 'A1005' AND role = 'section-chief'");
        then(browser.get("/api/me").json().path("roles").toString()).doesNotContain("section-chief").contains("counter-clerk");
        then(browser.get("/api/staff").status).isEqualTo(403);
        server.staff.change("UPDATE account SET ends_on = current_date - 1 WHERE officer_no = 'A1005'");
        then(browser.get("/api/me").status).isEqualTo(401);
        server.staff.change("UPDATE account SET ends_on = NULL WHERE officer_no = 'A1005'");
        then(browser.get("/api/me").status).as("a session that ended stays ended").isEqualTo(401);
    }

    @Test
    @DisplayName("トークンの役割は権限を絞るだけで、増やさない")
    void a_token_narrows_and_never_adds() {
        server.provider.answerAs("a1002", Map.of("roles", java.util.List.of("administrator", "counter-clerk")));
        Browser browser = server.browserOn(T1);
        browser.signIn();
        then(browser.get("/api/me").json().path("roles").toString()).isEqualTo("[\"counter-clerk\"]");
        server.provider.answerAs("a1002", Map.of("roles", java.util.List.of("administrator")));
        Browser other = server.browserOn(T2);
        other.signIn();
        then(other.get("/api/me").json().path("roles").toString()).isEqualTo("[]");
    }

    @Test
    @DisplayName("生存と準備は外から見え、計測値は近くからだけ見える")
    void health_is_open_and_metrics_are_near() {
        then(server.browser().get("/healthz/live").status).isEqualTo(200);
        then(server.browser().get("/healthz/ready").status).isEqualTo(200);
        then(server.browser().get("/metrics").status).isEqualTo(200);
        Browser behindProxy = server.browser();
        behindProxy.headers.put("X-Forwarded-For", "203.0.113.9");
        then(behindProxy.get("/metrics").status).isIn(401, 403);
        then(server.browser().get("/env").status).isNotEqualTo(200);
    }
}
