package jp.futari.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import jp.futari.access.application.Identity;
import jp.futari.access.application.SessionLimits;
import jp.futari.access.application.SigningIn;
import jp.futari.access.application.StaffSessions;
import jp.futari.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** The identity provider has answered: the register decides whether that is a person of the staff, and the session begins or goes on. */
@Component
class SignInAnswered implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SignInAnswered.class);
    private static final String REAUTHENTICATED_PAGE = "/sign-in/reauthenticated.html";
    private static final Set<String> IMPERSONATION = Set.of("impersonator", "impersonator_id", "impersonator_username", "act");

    private final SigningIn signingIn;
    private final StaffSessions sessions;
    private final TerminalRecognition terminals;
    private final CalmPages pages;
    private final SessionLimits limits;

    SignInAnswered(SigningIn signingIn, StaffSessions sessions, TerminalRecognition terminals, CalmPages pages, SessionLimits limits) {
        this.signingIn = signingIn;
        this.sessions = sessions;
        this.terminals = terminals;
        this.pages = pages;
        this.limits = limits;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication authentication) throws IOException {
        OidcUser user = (OidcUser) authentication.getPrincipal();
        AskedFor asked = AskedFor.of(request);
        Optional<StaffSessions.State> running = SessionFinding.state(request);
        try {
            if (asked.reauthentication() && running.isPresent()) {
                signingIn.identifyAgain(running.get().person(), identityOf(user), asked.since());
            } else {
                begin(request, identityOf(user), running);
            }
        } catch (Refused refused) {
            refuse(request, response, user, running.isPresent() && asked.reauthentication(), refused);
            return;
        }
        BrowserSession.keepIdToken(request, user.getIdToken().getTokenValue());
        terminals.renew(request, response);
        response.sendRedirect(asked.reauthentication() ? REAUTHENTICATED_PAGE : asked.next().orElse("/"));
    }

    private void begin(HttpServletRequest request, Identity who, Optional<StaffSessions.State> former) {
        UUID ref = signingIn.signIn(who, terminals.terminalOf(request));
        former.ifPresent(state -> sessions.end(state.person().sessionRef(), "replaced"));
        BrowserSession.begin(request, ref, limits);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, OidcUser user, boolean keepsRunning, Refused refused) throws IOException {
        if (!keepsRunning) {
            BrowserSession.forgetPerson(request);
            BrowserSession.keepIdToken(request, user.getIdToken().getTokenValue());
        }
        pages.write(response, 403, refused.code());
    }

    @Override
    public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception) throws IOException {
        String code = exception instanceof OAuth2AuthenticationException oauth ? oauth.getError().getErrorCode() : "unknown";
        if (code.equals("authorization_request_not_found")) {
            response.sendRedirect("/");   // an old answer of the provider, e.g. by the Back button
            return;
        }
        LOG.warn("sign-in failed: {}", code.replaceAll("[^a-z_]", "?"));
        pages.write(response, 403, "access.sign-in-failed");
    }

    private static Identity identityOf(OidcUser user) {
        String username = Optional.ofNullable(user.getPreferredUsername()).orElse("").toLowerCase(Locale.ROOT);
        boolean machine = username.startsWith("service-account-") || user.hasClaim("client_id") || user.hasClaim("clientId");
        Set<String> roles = new TreeSet<>();
        if (user.getClaims().get("roles") instanceof Collection<?> named) {
            named.forEach(role -> roles.add(String.valueOf(role)));
        }
        return new Identity(String.valueOf(user.getIssuer()), username, user.getSubject(), user.getClaimAsString("sid"),
                Optional.ofNullable(user.getAuthenticatedAt()).orElse(Instant.EPOCH), roles, !machine && !username.isEmpty(),
                IMPERSONATION.stream().anyMatch(user::hasClaim));
    }
}
