package jp.futari.demo.play;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Keycloak's own log-in page: found in the answer, filled in and sent, like a person would. */
final class LogInPage {

    private static final Pattern FORM = Pattern.compile("<form[^>]*id=\"kc-form-login\"[^>]*>");
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");

    private LogInPage() {
    }

    /** @return where we end up after the password has been accepted */
    static HttpResponse<byte[]> fillIn(Browser browser, HttpResponse<byte[]> page, String username, String password) throws IOException {
        var action = action(page).orElseThrow(() -> new IOException("no log-in page at " + page.uri().getPath() + " (" + page.statusCode() + ")"));
        var answer = browser.submit(page.uri().resolve(action), Map.of("username", username, "password", password, "credentialId", ""));
        if (action(answer).isPresent()) {
            throw new IOException("the log-in page does not accept " + username);
        }
        return answer;
    }

    private static Optional<URI> action(HttpResponse<byte[]> page) {
        var form = FORM.matcher(new String(page.body(), StandardCharsets.UTF_8));
        if (!form.find()) {
            return Optional.empty();
        }
        var action = ACTION.matcher(form.group());
        return action.find() ? Optional.of(URI.create(action.group(1).replace("&amp;", "&"))) : Optional.empty();
    }
}
