package jp.futari.demo.play;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** 画面のないブラウザー: cookies, redirects and forms, one for each invented person. */
final class Browser {

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(20)).build();
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int MOST_REDIRECTS = 12;

    private final Cookies cookies = new Cookies();

    Cookies cookies() {
        return cookies;
    }

    /** One request as it is, with this browser's cookies. */
    HttpResponse<byte[]> send(URI address, HttpRequest.Builder request) throws IOException {
        request.uri(address).timeout(PATIENCE);
        var header = cookies.header(address);
        if (!header.isEmpty()) {
            request.header("Cookie", header);
        }
        try {
            var answer = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            cookies.keep(address, answer.headers());
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Opens a page and goes where it sends us. */
    HttpResponse<byte[]> open(URI address) throws IOException {
        return follow(send(address, HttpRequest.newBuilder().GET()));
    }

    /** Submits a form and goes where it sends us. */
    HttpResponse<byte[]> submit(URI address, Map<String, String> fields) throws IOException {
        var body = fields.entrySet().stream().map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue())).collect(Collectors.joining("&"));
        return follow(send(address, HttpRequest.newBuilder().header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body))));
    }

    private HttpResponse<byte[]> follow(HttpResponse<byte[]> answer) throws IOException {
        var at = answer;
        for (var hops = 0; at.statusCode() / 100 == 3; hops++) {
            if (hops == MOST_REDIRECTS) {
                throw new IOException("sent on and on, last to " + at.uri().getPath());
            }
            var next = at.uri().resolve(at.headers().firstValue("Location").orElseThrow());
            at = send(next, HttpRequest.newBuilder().GET());
        }
        return at;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
