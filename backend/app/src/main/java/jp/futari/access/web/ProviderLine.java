package jp.futari.access.web;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/**
 * 認証サーバーへの線: does anybody take the call there? Asked before a person is sent away to a server that does not answer, where no page of ours could
 * say what to do. It decides nothing about who gets in.
 */
final class ProviderLine {

    private static final int PATIENCE_MILLIS = 2_000;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final String host;
    private final int port;

    ProviderLine(String issuer) {
        var address = URI.create(issuer);
        host = address.getHost();
        port = address.getPort() > 0 ? address.getPort() : address.getScheme().equals("https") ? HTTPS : HTTP;
    }

    boolean isDead() {
        try (var call = new Socket()) {
            call.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
            return false;
        } catch (IOException nobodyThere) {
            return true;
        }
    }
}
