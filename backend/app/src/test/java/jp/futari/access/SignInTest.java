package jp.futari.access;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.Map;
import jp.futari.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("サインイン")
class SignInTest {

    private static AccessServer server;

    @BeforeAll
    static void open_the_office() {
        server = new AccessServer();
        server.staff.terminal("T-01", "secret-of-t-01").terminal("T-02", "secret-of-t-02")
                .person("A1001", "eligibility", "eligibility-clerk").person("A1002", "eligibility", "counter-clerk")
                .person("A1003", "eligibility", "counter-clerk").account("A1001", "second-of-a1001")
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
        return browser;
    }

    @Test
    @Requirement({"AUTH-03", "AUTH-06"})
    @DisplayName("職員名簿の人は、登録端末からサインインできる")
    void a_person_of_the_register_signs_in() {
        Browser browser = signedIn("a1001", "secret-of-t-01");
        then(browser.get("/api/session").json().path("officerNo").asText()).isEqualTo("A1001");
        then(server.provider.asked.get(server.provider.asked.size() - 1))
                .containsEntry("code_challenge_method", "S256").containsEntry("prompt", "login").containsKeys("nonce", "state");
        then(server.recorded("ACT")).contains("access.signed-in");
    }
}
