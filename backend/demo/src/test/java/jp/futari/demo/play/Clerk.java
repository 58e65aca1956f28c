package jp.futari.demo.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import jp.futari.demo.StaffEntry;

/**
 * 訓練の職員: a person signed in through the log-in page whose every answer is handed back as it came, under a request key of the caller's choice,
 * from the office's address or straight from one of its nodes. Unlike {@link OfficeClient} it forgives nothing and repeats nothing by itself.
 */
public final class Clerk {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER).build();

    private final URI office;
    private final StaffEntry person;
    private final Browser browser = new Browser();

    private Clerk(URI office, StaffEntry person) {
        this.office = office;
        this.person = person;
    }

    static Clerk signIn(URI office, StaffEntry person, String password, DeviceCookie terminal) throws IOException {
        var clerk = atTheDoor(office, person, terminal);
        var landed = LogInPage.fillIn(clerk.browser, clerk.browser.open(office.resolve("/login")), person.username(), password);
        var me = clerk.get("/api/me");
        if (!me.good()) {
            throw new IOException(person.username() + " is not let in (" + landed.statusCode() + ", then " + me.status() + ")");
        }
        return clerk;
    }

    /** On an enrolled terminal, nobody signed in yet. */
    static Clerk atTheDoor(URI office, StaffEntry person, DeviceCookie terminal) {
        var clerk = new Clerk(office, person);
        clerk.browser.cookies().put(office, DeviceCookie.NAME, terminal.value());
        return clerk;
    }

    public StaffEntry person() {
        return person;
    }

    /** An answer, whatever it was; for pages the text, for redirects where to. */
    public record Answer(int status, String text, String location) {

        public JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public String code() {
            return text.startsWith("{") ? json().path("code").asText("") : "";
        }

        public boolean good() {
            return status / 100 == 2;
        }
    }

    public Answer get(String path) throws IOException {
        return get(office, path);
    }

    public Answer get(URI node, String path) throws IOException {
        return send(node, HttpRequest.newBuilder().GET(), path);
    }

    public Answer post(String path, Object body, UUID key, String version) throws IOException {
        return post(office, path, body, key, version);
    }

    /** @param version what the page said, or null where no version is asked for */
    public Answer post(URI node, String path, Object body, UUID key, String version) throws IOException {
        return raw(node, path, "application/json", JSON.writeValueAsBytes(body), key, version);
    }

    /** The body exactly as given. */
    public Answer raw(URI node, String path, String type, byte[] body, UUID key, String version) throws IOException {
        var request = HttpRequest.newBuilder().header("Content-Type", type).header("Idempotency-Key", key.toString())
                .header("X-XSRF-TOKEN", String.valueOf(browser.cookies().of(office, "XSRF-TOKEN"))).POST(BodyPublishers.ofByteArray(body));
        if (version != null) {
            request.header("If-Match", "\"" + version + "\"");
        }
        return send(node, request, path);
    }

    /** Hands in one page for the case, with nothing to hide on it. */
    public Answer upload(String caseNo, byte[] file, String fileName, UUID key) throws IOException {
        var head = "--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\n訓練の書類\r\n--b\r\nContent-Disposition: form-data; name=\"masks\"\r\n\r\n[]\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName + "\"\r\nContent-Type: image/tiff\r\n\r\n";
        var body = new java.io.ByteArrayOutputStream();
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return raw(office, "/api/cases/" + caseNo + "/documents", "multipart/form-data; boundary=b", body.toByteArray(), key, null);
    }

    /** Cookies always are those of the office's own address, as behind a proxy. */
    private Answer send(URI node, HttpRequest.Builder request, String path) throws IOException {
        var address = node.resolve(encoded(path));
        var cookies = browser.cookies().header(office);
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies);
        }
        try {
            HttpResponse<byte[]> answer = HTTP.send(request.uri(address).timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
            browser.cookies().keep(office, answer.headers());
            return new Answer(answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8), answer.headers().firstValue("Location").orElse(null));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String encoded(String path) {
        return path.codePoints().allMatch(c -> c < 128) ? path : URI.create(path.replaceAll("[\\s]", "%20")).toASCIIString();
    }
}
