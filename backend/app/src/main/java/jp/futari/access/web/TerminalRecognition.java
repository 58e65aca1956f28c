package jp.futari.access.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Optional;
import jp.futari.access.application.AccessSettings;
import jp.futari.access.application.KnownTerminal;
import jp.futari.access.application.Secrets;
import jp.futari.access.application.StaffSessions;
import jp.futari.access.application.TerminalBook;
import jp.futari.shared.CanonicalJson;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * 端末を見分ける: by the client certificate that a trusted proxy saw, or by the device cookie of a terminal enrolled by two people. A header
 * from anyone else is air (AUTH-05).
 */
@Component
class TerminalRecognition {

    static final String COOKIE = "__Host-futari-terminal";
    /** nginx: {@code proxy_set_header X-Futari-Client-Cert $ssl_client_escaped_cert;} */
    static final String CERTIFICATE_HEADER = "X-Futari-Client-Cert";

    private static final Duration AS_LONG_AS_BROWSERS_ALLOW = Duration.ofDays(400);

    private final TerminalBook terminals;
    private final TrustedPeers peers;
    private final boolean requireCertificate;

    TerminalRecognition(TerminalBook terminals, TrustedPeers peers, AccessSettings settings) {
        this.terminals = terminals;
        this.peers = peers;
        this.requireCertificate = settings.requireCertificate();
    }

    Optional<KnownTerminal> terminalOf(HttpServletRequest request) {
        Optional<KnownTerminal> shown = certificateHash(request).flatMap(terminals::byCertificate);
        return shown.isPresent() || requireCertificate ? shown : secretHash(request).flatMap(terminals::bySecret);
    }

    /** Is this request from the terminal the session began on? Compared with what the register says of that terminal now. */
    boolean isOn(StaffSessions.State session, HttpServletRequest request) {
        boolean byCertificate = certificateHash(request).map(hash -> Secrets.same(hash, session.certificateHash())).orElse(false);
        return byCertificate || !requireCertificate && secretHash(request).map(hash -> Secrets.same(hash, session.secretHash())).orElse(false);
    }

    void give(HttpServletResponse response, String secret) {
        ResponseCookie cookie = ResponseCookie.from(COOKIE, secret).path("/").secure(true).httpOnly(true).sameSite("Lax")
                .maxAge(AS_LONG_AS_BROWSERS_ALLOW).build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** Browsers forget a cookie after 400 days at most: every sign-in starts them anew. */
    void renew(HttpServletRequest request, HttpServletResponse response) {
        secret(request).ifPresent(secret -> give(response, secret));
    }

    private static Optional<String> secret(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE)).map(Cookie::getValue).filter(value -> value.length() <= 100);
    }

    private static Optional<byte[]> secretHash(HttpServletRequest request) {
        return secret(request).map(Secrets::hash);
    }

    private Optional<byte[]> certificateHash(HttpServletRequest request) {
        String header = request.getHeader(CERTIFICATE_HEADER);
        return header == null || header.isBlank() || !peers.isTrustedProxy(request) ? Optional.empty() : fingerprint(header);
    }

    private static Optional<byte[]> fingerprint(String escapedPem) {
        try {
            String pem = URLDecoder.decode(escapedPem.replace("+", "%2B"), StandardCharsets.US_ASCII);
            var certificate = CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
            return Optional.of(CanonicalJson.digest(certificate.getEncoded()));
        } catch (CertificateException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
