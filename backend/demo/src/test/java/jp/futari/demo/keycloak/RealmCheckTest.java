package jp.futari.demo.keycloak;

import static org.assertj.core.api.BDDAssertions.then;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import jp.futari.Requirement;
import jp.futari.demo.TestSurroundings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DisplayName("動いている Keycloak とレルムのファイルの照合")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealmCheckTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private RealmAdmin admin;
    private KeycloakServer keycloak;
    private String file;
    private Map<String, String> environment;

    @BeforeAll
    void start() throws Exception {
        var surroundings = TestSurroundings.get();
        keycloak = surroundings.keycloak();
        admin = keycloak.admin();
        file = Files.readString(TestSurroundings.REALM_FILE);
        environment = Map.of("FUTARI_PUBLIC_URL", surroundings.publicUrl());
    }

    @Test
    @DisplayName("体験版のレルムは、平文 HTTP の許可のほかはファイルのとおり")
    void the_running_realm_is_the_file_but_for_plain_http() throws Exception {
        then(differences()).containsExactly("sslRequired");
    }

    @Test
    @DisplayName("設定を一つ変えると、その名前で見つかる")
    void one_changed_setting_is_named() throws Exception {
        var realm = (ObjectNode) admin.get("futari", "");
        admin.put("futari", "", JSON.createObjectNode().put("realm", "futari").put("resetPasswordAllowed", true).put("failureFactor", 50).put("loginTheme", "keycloak"));
        try {
            then(differences()).containsExactlyInAnyOrder("sslRequired", "resetPasswordAllowed", "failureFactor", "loginTheme");
        } finally {
            admin.put("futari", "", realm);
        }
        then(differences()).containsExactly("sslRequired");
    }

    @Test
    @DisplayName("足された戻り先・サービスアカウント・ロール・クライアントも名前で見つかる")
    void what_was_added_is_named() throws Exception {
        var client = (ObjectNode) admin.get("futari", "/clients?clientId=futari").get(0);
        var changed = client.deepCopy().put("serviceAccountsEnabled", true);
        changed.putArray("redirectUris").add("*");
        var path = "/clients/" + client.get("id").asText();
        admin.put("futari", path, changed);
        admin.post("futari", "/clients", JSON.createObjectNode().put("clientId", "side-door").put("directAccessGrantsEnabled", true));
        admin.post("futari", "/roles", JSON.createObjectNode().put("name", "superuser"));
        try {
            then(differences()).contains("clients[futari].redirectUris", "clients[futari].serviceAccountsEnabled", "clients[side-door]", "roles.realm[superuser]");
        } finally {
            admin.put("futari", path, client.put("serviceAccountsEnabled", false));
            admin.delete("futari", "/clients/" + admin.get("futari", "/clients?clientId=side-door").get(0).get("id").asText());
            admin.delete("futari", "/roles/superuser");
        }
        then(differences()).containsExactly("sslRequired");
    }

    @Test
    @DisplayName("パスワードの直接交付も、サービスアカウントも、規則的なパスワードも断られる")
    @Requirement("AUTH-12")
    void no_side_door() throws Exception {
        then(token("grant_type=password&client_id=admin-cli&username=x&password=y")).isGreaterThanOrEqualTo(400);
        then(token("grant_type=client_credentials&client_id=futari&client_secret=" + TestSurroundings.get().secrets().of("oidc-client"))).isGreaterThanOrEqualTo(400);
        for (var weak : List.of("Abcd-9f!Tz-Qm7", "Qwer-9f!Tz-Qm7", "Zaaa-9f!Tz-Qm7", "Z9876-f!Tz-Qm7", "short-9f!Tz", "kokuminkenkouhoken")) {
            then(acceptsPassword(weak)).as(weak).isFalse();
        }
        then(acceptsPassword("Yama-9f!Tz-Qm7")).isTrue();
    }

    @Test
    @DisplayName("前に使ったパスワードには戻せない")
    @Requirement("AUTH-11")
    void a_former_password_does_not_come_back() throws Exception {
        then(acceptsPasswords("Yama-9f!Tz-Qm7", "Kawa-8e!Sy-Pn6", "Mori-7d!Rx-Ol5")).isTrue();
        then(acceptsPasswords("Yama-9f!Tz-Qm7", "Kawa-8e!Sy-Pn6", "Yama-9f!Tz-Qm7")).isFalse();
    }

    private boolean acceptsPassword(String password) throws Exception {
        return acceptsPasswords(password);
    }

    /** Sets one after the other for a new user; whether each of them was taken. */
    private boolean acceptsPasswords(String... passwords) throws Exception {
        var name = "policy-" + java.util.UUID.randomUUID();
        admin.post("futari", "/users", JSON.createObjectNode().put("username", name).put("enabled", true));
        var id = admin.get("futari", "/users?exact=true&username=" + name).get(0).get("id").asText();
        try {
            for (var password : passwords) {
                admin.put("futari", "/users/" + id + "/reset-password", JSON.createObjectNode().put("type", "password").put("value", password));
            }
            return true;
        } catch (java.io.IOException refused) {
            return false;
        } finally {
            admin.delete("futari", "/users/" + id);
        }
    }

    private int token(String form) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(keycloak.issuer() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(form)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private List<String> differences() throws Exception {
        return RealmCheck.compare(file, admin.export("futari"), environment).stream().map(Difference::setting).toList();
    }
}
