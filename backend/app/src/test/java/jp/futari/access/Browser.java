package jp.futari.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A browser as far as sign-in needs one: cookies, redirects one by one, the CSRF header. */
public final class Browser {

    public final Map<String, String> cookies = new HashMap<>();
    public final Map<String, String> headers = new HashMap<>();
    private final HttpClient http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final ObjectMapper json = new ObjectMapper();
    private final String origin;

    public Browser(int port) {
        origin = "http://localhost:" + port;
    }

    /** Signs in through the identity provider, which answers as the test told it to. */
    public Answer signIn() {
        return follow(get("/login"));
    }

    public Answer get(String address) {
        return send(request(address).GET());
    }

    public Answer post(String path) {
        return post(path, "");
    }

    public Answer post(String path, String body) {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
        if (cookies.containsKey("XSRF-TOKEN")) {
            request.header("X-XSRF-TOKEN", cookies.get("XSRF-TOKEN"));
        }
        return send(request);
    }

    /** A write that names the version its page was opened with. */
    public Answer post(String path, String body, String version) {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/json").header("If-Match", "\"" + version + "\"").POST(HttpRequest.BodyPublishers.ofString(body));
        if (cookies.containsKey("XSRF-TOKEN")) {
            request.header("X-XSRF-TOKEN", cookies.get("XSRF-TOKEN"));
        }
        return send(request);
    }

    public Answer put(String path, String body) {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/json").PUT(HttpRequest.BodyPublishers.ofString(body));
        if (cookies.containsKey("XSRF-TOKEN")) {
            request.header("X-XSRF-TOKEN", cookies.get("XSRF-TOKEN"));
        }
        return send(request);
    }

    public Answer postForm(String path, String form) {
        return send(request(path).header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** Follows redirects between the application and the provider until a page or a path inside the application is reached. */
    public Answer follow(Answer answer) {
        Answer current = answer;
        for (int hop = 0; hop < 8 && current.status == 302 && (current.location().startsWith("http") || current.location().startsWith("/login")); hop++) {
            current = get(current.location());
        }
        return current;
    }

    private HttpRequest.Builder request(String address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address.startsWith("http") ? address : origin + address));
        headers.forEach(request::header);
        if (address.startsWith(origin) || !address.startsWith("http")) {
            StringBuilder header = new StringBuilder();
            cookies.forEach((name, value) -> header.append(header.isEmpty() ? "" : "; ").append(name).append('=').append(value));
            if (!header.isEmpty()) {
                request.header("Cookie", header.toString());
            }
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Answer(response.statusCode(), response.body(), response.headers().map());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String setCookie) {
        String[] pair = setCookie.split(";")[0].split("=", 2);
        if (setCookie.contains("Max-Age=0") || pair[1].isEmpty()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    /** What came back. */
    public final class Answer {

        public final int status;
        public final String body;
        private final Map<String, List<String>> headers;

        Answer(int status, String body, Map<String, List<String>> headers) {
            this.status = status;
            this.body = body;
            this.headers = headers;
        }

        public String header(String name) {
            return String.join(", ", headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of()));
        }

        public String location() {
            return header("Location");
        }

        public JsonNode json() {
            try {
                return json.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public String code() {
            return json().path("code").asText();
        }
    }
}
