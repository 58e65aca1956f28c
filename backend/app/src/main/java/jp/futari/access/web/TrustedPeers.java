package jp.futari.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import jp.futari.access.application.AccessSettings;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/** 信頼するプロキシ: whose word counts. The address is that of the TCP peer, which no header can change. */
@Component
class TrustedPeers {

    private static final List<IpAddressMatcher> LOOPBACK = List.of(new IpAddressMatcher("127.0.0.0/8"), new IpAddressMatcher("::1"));

    private final List<IpAddressMatcher> proxies;

    TrustedPeers(AccessSettings settings) {
        this.proxies = settings.trustedProxies().stream().map(IpAddressMatcher::new).toList();
    }

    boolean isTrustedProxy(HttpServletRequest request) {
        return proxies.stream().anyMatch(proxy -> proxy.matches(request.getRemoteAddr()));
    }

    /** A caller on this very machine, not someone behind a proxy on it; or a trusted address itself. */
    boolean mayReadMetrics(HttpServletRequest request) {
        boolean forwarded = request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null;
        boolean near = LOOPBACK.stream().anyMatch(address -> address.matches(request.getRemoteAddr())) || isTrustedProxy(request);
        return near && !forwarded;
    }
}
