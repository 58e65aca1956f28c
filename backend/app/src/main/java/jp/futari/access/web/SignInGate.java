package jp.futari.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import jp.futari.audit.AuditEvent;
import jp.futari.audit.AuditTrail;
import org.springframework.web.filter.OncePerRequestFilter;

/** Before anybody is sent to the identity provider: is this a terminal of the office, has the last person really left, and does anybody answer there? */
final class SignInGate extends OncePerRequestFilter {

    private final TerminalRecognition terminals;
    private final CalmPages pages;
    private final SignOut signOut;
    private final AuditTrail audit;
    private final ProviderLine provider;

    SignInGate(TerminalRecognition terminals, CalmPages pages, SignOut signOut, AuditTrail audit, ProviderLine provider) {
        this.terminals = terminals;
        this.pages = pages;
        this.signOut = signOut;
        this.audit = audit;
        this.provider = provider;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !SignInRequests.isSignIn(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        if (terminals.terminalOf(request).isEmpty()) {
            audit.recordApart(AuditEvent.refusal("access.sign-in").with("code", "access.terminal-unknown").build());
            pages.write(response, 403, "access.terminal-unknown");
            return;
        }
        boolean signInPage = request.getRequestURI().equals(SignInRequests.SIGN_IN);
        Optional<String> somebodyWasHere = signInPage && SessionFinding.state(request).isEmpty() ? BrowserSession.idToken(request) : Optional.empty();
        if (somebodyWasHere.isPresent()) {
            BrowserSession.end(request);
            response.sendRedirect(signOut.endSessionAddress(somebodyWasHere));
            return;
        }
        boolean alreadyIn = SessionFinding.state(request).filter(state -> !state.covered()).isPresent();
        if (signInPage && alreadyIn) {
            response.sendRedirect(SafePath.of(request.getParameter("next")).orElse("/"));
            return;
        }
        if (provider.isDead()) {
            pages.write(response, 503, "access.provider-silent");
            return;
        }
        chain.doFilter(request, response);
    }
}
