package jp.futari.access.application;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;

/** 本番で起動してよいか: what the settings alone can tell. A demo stays on its own machine; real data does not travel in the clear. */
public final class StartConditions {

    private static final Set<String> DEMO_SECRETS = Set.of("futari", "secret", "demo", "changeme", "password", "demo-secret");

    private StartConditions() {
    }

    /** @return one clear sentence why the application must not start */
    public static Optional<String> refusal(AccessSettings settings) {
        URI address = settings.publicUri();
        if (address.getHost() == null || address.getScheme() == null) {
            return Optional.of("FUTARI_PUBLIC_URL は https://… の形で書いてください。");
        }
        boolean near = isLoopback(address.getHost());
        if (settings.demo() && !near) {
            return Optional.of("体験版(FUTARI_DEMO)は、このコンピューターの中だけで動きます。FUTARI_PUBLIC_URL が外を向いています。");
        }
        if (!near && address.getScheme().equals("http")) {
            return Optional.of("FUTARI_PUBLIC_URL が http です。本番では https にし、信頼するプロキシ(FUTARI_TRUSTED_PROXIES)の後ろに置いてください。");
        }
        if (!near && settings.trustedProxies().isEmpty()) {
            return Optional.of("FUTARI_TRUSTED_PROXIES がありません。この起動は平文の HTTP で待つため、TLS を解くプロキシの番地が要ります。");
        }
        if (!near && !settings.issuer().startsWith("https://")) {
            return Optional.of("FUTARI_OIDC_ISSUER が https ではありません。");
        }
        if (!near && (settings.clientSecret().length() < 24 || DEMO_SECRETS.contains(settings.clientSecret()))) {
            return Optional.of("FUTARI_OIDC_CLIENT_SECRET が体験版のもの、または短すぎます。24文字以上の無作為な値にしてください。");
        }
        return Optional.empty();
    }

    private static boolean isLoopback(String host) {
        if (host.equals("localhost")) {
            return true;
        }
        try {
            return host.matches("[0-9.]+|\\[.*]") && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
