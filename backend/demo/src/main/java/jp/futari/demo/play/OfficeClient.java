package jp.futari.demo.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.futari.demo.StaffEntry;

/**
 * 席についた職員: one invented member of the staff, signed in on one terminal. Signs in again when the screen was covered, and identifies
 * again when a ruling asks for it.
 */
final class OfficeClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> AGAIN = Set.of("access.reauthentication-required", "access.session-covered");

    private final URI office;
    private final StaffEntry person;
    private final String password;
    private final Browser browser = new Browser();

    private OfficeClient(URI office, StaffEntry person, String password) {
        this.office = office;
        this.person = person;
        this.password = password;
    }

    /** @param terminal the device cookie of an enrolled terminal */
    static OfficeClient signIn(URI office, StaffEntry person, String password, DeviceCookie terminal) {
        var client = new OfficeClient(office, person, password);
        client.browser.cookies().put(office, DeviceCookie.NAME, terminal.value());
        client.identify("/login");
        client.get("/api/me");
        return client;
    }

    StaffEntry person() {
        return person;
    }

    private void identify(String path) {
        try {
            var answer = LogInPage.fillIn(browser, browser.open(office.resolve(path)), person.username(), password);
            if (answer.statusCode() == 403) {
                throw new IOException(person.username() + " is refused at " + answer.uri().getPath());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode get(String path) {
        return json("GET " + path, path, () -> HttpRequest.newBuilder().GET());
    }

    /** The bytes of a file, e.g. a printed sheet. */
    byte[] file(String path) {
        return answered("GET " + path, path, () -> HttpRequest.newBuilder().GET()).body();
    }

    JsonNode post(String path, Object body) {
        var key = UUID.randomUUID();
        return json("POST " + path, path, () -> withJson(body).header("Idempotency-Key", key.toString()).POST(content(body)));
    }

    /** @param version what the page said when it was opened */
    JsonNode post(String path, Object body, String version) {
        var key = UUID.randomUUID();
        return json("POST " + path, path, () -> withJson(body).header("Idempotency-Key", key.toString()).header("If-Match", "\"" + version + "\"").POST(content(body)));
    }

    JsonNode put(String path, Object body) {
        return json("PUT " + path, path, () -> withJson(body).PUT(content(body)));
    }

    private HttpRequest.Builder withJson(Object body) {
        return write().header("Content-Type", "application/json");
    }

    private HttpRequest.Builder write() {
        return HttpRequest.newBuilder().header("X-XSRF-TOKEN", String.valueOf(browser.cookies().of(office, "XSRF-TOKEN")));
    }

    private static HttpRequest.BodyPublisher content(Object body) {
        try {
            return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands in a paper as a file, with the fields beside it. */
    JsonNode upload(String path, byte[] file, Map<String, String> fields) {
        var boundary = "futari-" + UUID.randomUUID();
        var body = multipart(boundary, file, fields);
        var key = UUID.randomUUID().toString();
        return json("POST " + path, path, () -> write().header("Content-Type", "multipart/form-data; boundary=" + boundary).header("Idempotency-Key", key)
                .POST(BodyPublishers.ofByteArray(body)));
    }

    private static byte[] multipart(String boundary, byte[] file, Map<String, String> fields) {
        var out = new ByteArrayOutputStream(file.length + 1024);
        fields.forEach((name, value) -> out.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n").getBytes(StandardCharsets.UTF_8)));
        out.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"paper.pdf\"\r\nContent-Type: application/pdf\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        out.writeBytes(file);
        out.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    /** もう一度名乗る: the popup before a ruling. */
    void identifyAgain() {
        identify("/login/reauthenticate");
    }

    /** 席を立つ: here and at the identity provider. */
    void signOut() {
        var answer = post("/logout", JsonNodeFactory.instance.objectNode());
        try {
            browser.send(office.resolve(answer.path("redirect").asText("/")), HttpRequest.newBuilder().GET());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode json(String what, String path, Asking asking) {
        var body = answered(what, path, asking).body();
        try {
            return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<byte[]> answered(String what, String path, Asking asking) {
        try {
            var answer = browser.send(office.resolve(path), asking.request());
            if (answer.statusCode() == 401 && AGAIN.contains(problem(answer).path("code").asText())) {
                identifyAgain();
                answer = browser.send(office.resolve(path), asking.request());
            }
            if (answer.statusCode() / 100 != 2) {
                throw new Refusal(person.username() + " " + what, answer.statusCode(), problem(answer));
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(what, e);
        }
    }

    private static JsonNode problem(HttpResponse<byte[]> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    /** Built anew for each try: after identifying again the CSRF token may be another. */
    private interface Asking {
        HttpRequest.Builder request();
    }
}
