package jp.futari.demo.e2e;

import static org.assertj.core.api.BDDAssertions.then;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import jp.futari.Requirement;
import jp.futari.demo.Roster;
import jp.futari.demo.TestSurroundings;
import jp.futari.demo.keycloak.DemoRealm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DisplayName("ログイン画面（本物の Keycloak と本物のブラウザー）")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInPageTest {

    private static final String CHALLENGE = "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256";
    private TestSurroundings surroundings;
    private String callback;

    @BeforeAll
    void start() throws Exception {
        surroundings = TestSurroundings.get();
        surroundings.keycloak();
        callback = surroundings.publicUrl() + "/login/oauth2/code/keycloak";
    }

    @AfterAll
    void closeBrowser() {
        Browsers.close();
    }

    @Test
    @DisplayName("日本語で出て、パスワード再発行・利用登録・ログイン保持の入り口がない")
    void the_page_is_japanese_and_has_no_side_doors() throws Exception {
        var page = open(callback, CHALLENGE);
        then(page.locator("html").getAttribute("lang")).isEqualTo("ja");
        then(page.locator("#kc-login").count()).isEqualTo(1);
        then(page.locator("a[href*='reset-credentials']").count()).isZero();
        then(page.locator("a[href*='registration']").count()).isZero();
        then(page.locator("#rememberMe").count()).isZero();
        page.context().close();
    }

    @Test
    @DisplayName("業務の画面と同じ色と言葉で出る。暗い設定の端末でも明るく、読みにくい所がない")
    void the_page_looks_and_speaks_like_the_product() throws Exception {
        var page = open(callback, CHALLENGE);
        then(page.title()).startsWith("ログイン");
        then(page.locator("h1").innerText()).isEqualTo("ログイン");
        then(page.locator("header").innerText()).contains("二人", "国民健康保険課");
        then(page.getByLabel("利用者ID", exactly()).count()).isEqualTo(1);
        then(page.getByLabel("パスワード", exactly()).count()).isEqualTo(1);
        then(page.locator("#kc-login").innerText()).isEqualTo("ログイン");
        then(page.evaluate("getComputedStyle(document.body).backgroundColor + getComputedStyle(document.body).backgroundImage")).isEqualTo("rgb(248, 248, 248)none");
        then(Axe.seriousFindings(page)).isEmpty();
        submit(page, "nobody.here", "wrong-" + DemoRealm.PASSWORD);
        then(page.locator("#input-error-username").innerText()).contains("利用者IDかパスワードが違います");
        then(Axe.seriousFindings(page)).isEmpty();
        page.context().close();
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    @Test
    @DisplayName("正しい利用者は認可コードを持って登録された戻り先へ行く。誤ったパスワードでは行けない")
    @Requirement("AUTH-07")
    void a_member_of_staff_signs_in() throws Exception {
        var page = open(callback, CHALLENGE);
        var user = Roster.ofTheDemo().staff().get(0).username();
        submit(page, user, "wrong-" + DemoRealm.PASSWORD);
        page.locator("#input-error-username").waitFor();
        then(page.locator("#kc-login").count()).isEqualTo(1);
        page.route(url -> url.startsWith(callback), route -> route.fulfill(new Route.FulfillOptions().setBody("back")));
        // the way back itself: where an application answers there, it sends a stranger's code on at once
        var back = page.waitForRequest(request -> request.url().startsWith(callback), () -> submit(page, user, DemoRealm.PASSWORD));
        then(back.url()).contains("code=");
        page.context().close();
    }

    @Test
    @DisplayName("登録されていない戻り先と、PKCE のない要求は断られる")
    void other_addresses_and_requests_without_pkce_are_refused() throws Exception {
        for (var elsewhere : new String[] {callback + "/../x", callback + "?next=1", "http://localhost:1/login/oauth2/code/keycloak"}) {
            var page = open(elsewhere, CHALLENGE);
            then(page.locator("#kc-login").count()).as(elsewhere).isZero();
            page.context().close();
        }
        var answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(address(callback, ""))).build(), HttpResponse.BodyHandlers.discarding());
        then(answer.statusCode()).isEqualTo(302);
        then(answer.headers().firstValue("Location").orElseThrow()).startsWith(callback).contains("error=invalid_request").doesNotContain("code=");
    }

    private Page open(String redirect, String challenge) throws Exception {
        var page = Browsers.shared().newContext(new Browser.NewContextOptions().setLocale("ja-JP").setColorScheme(ColorScheme.DARK)).newPage();
        page.navigate(address(redirect, challenge));
        return page;
    }

    private String address(String redirect, String challenge) throws Exception {
        return surroundings.keycloak().issuer() + "/protocol/openid-connect/auth?client_id=futari&response_type=code&scope=openid&state=s&nonce=n&redirect_uri="
                + URLEncoder.encode(redirect, StandardCharsets.UTF_8) + challenge;
    }

    private static void submit(Page page, String user, String password) {
        page.locator("#username").fill(user);
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
        page.waitForLoadState();
    }
}
