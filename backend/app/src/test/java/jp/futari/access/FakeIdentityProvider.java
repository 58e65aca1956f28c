package jp.futari.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An identity provider for tests of this room: answers as whoever the test says, with real signatures, nonces and PKCE. The real Keycloak
 * is tested in {@code backend/demo}.
 */
public final class FakeIdentityProvider implements AutoCloseable {

    public static final String SECRET = "invented-client-secret";
    private static final String ENDPOINTS = "/realms/futari/protocol/openid-connect";

    final List<Map<String, String>> asked = new ArrayList<>();
    private final HttpServer server;
    private final RSAKey key = newKey();
    private final RSAKey strangersKey = newKey();
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private volatile Map<String, Object> person = Map.of();
    private volatile boolean signedByAStranger;

    public FakeIdentityProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(ENDPOINTS + "/auth", this::authorize);
        server.createContext(ENDPOINTS + "/token", this::token);
        server.createContext(ENDPOINTS + "/certs", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext(ENDPOINTS + "/logout", exchange -> {
            exchange.getResponseHeaders().set("Location", form(exchange.getRequestURI().getRawQuery()).get("post_logout_redirect_uri"));
            answer(exchange, 302, "");
        });
        server.start();
    }

    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort() + "/realms/futari";
    }

    /** From now on this person signs in. */
    public void answerAs(String username) {
        answerAs(username, Map.of());
    }

    public void answerAs(String username, Map<String, Object> moreClaims) {
        Map<String, Object> claims = new LinkedHashMap<>(Map.of("preferred_username", username, "sub", "subject-of-" + username,
                "sid", "session-of-" + username, "auth_time", Instant.now().getEpochSecond() + 1));
        claims.putAll(moreClaims);
        person = claims;
    }

    public void signAsAStranger(boolean stranger) {
        signedByAStranger = stranger;
    }

    public String logoutToken(Map<String, Object> claims) {
        JWTClaimsSet.Builder token = new JWTClaimsSet.Builder().issuer(issuer()).audience("futari").jwtID(UUID.randomUUID().toString())
                .issueTime(new Date()).expirationTime(Date.from(Instant.now().plusSeconds(120)))
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
        claims.forEach(token::claim);
        return signed(token.build(), new JOSEObjectType("logout+jwt"));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> query = form(exchange.getRequestURI().getRawQuery());
        asked.add(query);
        String code = UUID.randomUUID().toString();
        codes.put(code, query);
        exchange.getResponseHeaders().set("Location", query.get("redirect_uri") + "?state=" + URI.create("x:/" + query.get("state")).getRawPath().substring(1)
                .replace("=", "%3D") + "&code=" + code);
        answer(exchange, 302, "");
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> body = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> request = codes.remove(body.get("code"));
        String basic = Base64.getEncoder().encodeToString(("futari:" + SECRET).getBytes(StandardCharsets.UTF_8));
        boolean client = ("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (request == null || !client || !challenge(body.get("code_verifier")).equals(request.get("code_challenge"))) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().issuer(issuer()).audience("futari").issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plusSeconds(300))).claim("nonce", request.get("nonce"));
        person.forEach(claims::claim);
        answer(exchange, 200, "{\"access_token\":\"unused\",\"token_type\":\"Bearer\",\"expires_in\":300,\"id_token\":\""
                + signed(claims.build(), JOSEObjectType.JWT) + "\"}");
    }

    private String signed(JWTClaimsSet claims, JOSEObjectType type) {
        try {
            SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).type(type).build(), claims);
            jwt.sign(new RSASSASigner(signedByAStranger ? strangersKey : key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(String.valueOf(verifier).getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> form(String encoded) {
        Map<String, String> values = new HashMap<>();
        for (String pair : encoded.split("&")) {
            String[] parts = pair.split("=", 2);
            values.put(URLDecoder.decode(parts[0], StandardCharsets.UTF_8), parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return values;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("one").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
