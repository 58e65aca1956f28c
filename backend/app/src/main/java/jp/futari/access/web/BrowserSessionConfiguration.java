package jp.futari.access.web;

import jp.futari.access.application.LookUps;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** The browser's session lives in PostgreSQL, so that any node can answer; its cookie can be set by nobody else and read by no script. */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class BrowserSessionConfiguration {

    static final String COOKIE = "__Host-futari";

    @Bean
    QuietSessions<?> browserSessions(LookUps lookUps) {
        return QuietSessions.over(new JdbcIndexedSessionRepository(lookUps.jdbc(), new QuietSessions.Transactions(lookUps.apart())));
    }

    /** Stands before Spring Session's own filter, so that all its questions of one request fall within. */
    @Bean
    FilterRegistrationBean<SessionOfRequest> sessionOfRequest() {
        FilterRegistrationBean<SessionOfRequest> filter = new FilterRegistrationBean<>(new SessionOfRequest());
        filter.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
        return filter;
    }

    @Bean
    CookieSerializer browserSessionCookie() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(COOKIE);
        cookie.setCookiePath("/");
        cookie.setUseSecureCookie(true);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        return cookie;
    }

    @Bean
    Housekeeping browserSessionHousekeeping(QuietSessions<?> sessions) {
        return new Housekeeping(sessions);
    }

    /** Sweeps sessions nobody comes back to. */
    record Housekeeping(QuietSessions<?> sessions) {

        @Scheduled(fixedDelay = 300_000, initialDelay = 300_000)
        void sweep() {
            sessions.cleanUpExpiredSessions();
        }
    }
}
