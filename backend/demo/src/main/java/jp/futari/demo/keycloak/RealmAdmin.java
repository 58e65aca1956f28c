package jp.futari.demo.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** 管理用の窓: the few calls of Keycloak's admin REST interface in use. */
public final class RealmAdmin {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String user;
    private final String password;

    public RealmAdmin(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** The running realm in the form of a realm file. Secrets are masked by Keycloak. */
    public JsonNode export(String realm) throws IOException, InterruptedException {
        return send("POST", realm, "/partial-export?exportClients=true&exportGroupsAndRoles=true", null);
    }

    public JsonNode get(String realm, String path) throws IOException, InterruptedException {
        return send("GET", realm, path, null);
    }

    public JsonNode put(String realm, String path, JsonNode body) throws IOException, InterruptedException {
        return send("PUT", realm, path, body);
    }

    public JsonNode post(String realm, String path, JsonNode body) throws IOException, InterruptedException {
        return send("POST", realm, path, body);
    }

    public void delete(String realm, String path) throws IOException, InterruptedException {
        send("DELETE", realm, path, null);
    }

    private JsonNode send(String method, String realm, String path, JsonNode body) throws IOException, InterruptedException {
        var publisher = body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body.toString());
        var request = HttpRequest.newBuilder(URI.create(url + "/admin/realms/" + realm + path))
                .header("Authorization", "Bearer " + token()).header("Content-Type", "application/json").method(method, publisher).build();
        return answer(http.send(request, HttpResponse.BodyHandlers.ofString()), method + " " + path);
    }

    private String token() throws IOException, InterruptedException {
        var form = Map.of("grant_type", "password", "client_id", "admin-cli", "username", user, "password", password).entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(url + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(form)).build();
        return answer(http.send(request, HttpResponse.BodyHandlers.ofString()), "token").path("access_token").asText();
    }

    private static JsonNode answer(HttpResponse<String> response, String what) throws IOException {
        if (response.statusCode() >= 300) {
            throw new IOException(what + ": " + response.statusCode() + " " + response.body());
        }
        return response.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(response.body());
    }
}
