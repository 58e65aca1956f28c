package jp.futari.access.web;

import java.util.Map;
import jp.futari.access.application.StaffSessions;
import jp.futari.audit.AuditEvent;
import jp.futari.audit.AuditTrail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The identity provider tells us that somebody signed out there, or was put out (back-channel logout). The sessions end in the database,
 * so every node knows with its next request.
 */
@RestController
class BackChannelLogout {

    static final String PATH = "/logout/connect/back-channel/" + IdentityProvider.REGISTRATION;

    private final JwtDecoder logoutTokens;
    private final StaffSessions sessions;
    private final AuditTrail audit;

    BackChannelLogout(JwtDecoder logoutTokenDecoder, StaffSessions sessions, AuditTrail audit) {
        this.logoutTokens = logoutTokenDecoder;
        this.sessions = sessions;
        this.audit = audit;
    }

    @PostMapping(PATH)
    ResponseEntity<?> logout(@RequestParam("logout_token") String token) {
        Jwt logout;
        try {
            logout = logoutTokens.decode(token);
        } catch (JwtException e) {
            audit.recordApart(AuditEvent.refusal("access.back-channel-logout").with("code", "access.logout-token-invalid").build());
            return ResponseEntity.badRequest().body(Map.of("error", "invalid_request"));
        }
        int ended = sessions.endByIdentityProvider(logout.getClaimAsString("sid"), logout.getSubject());
        audit.recordApart(AuditEvent.system("access.back-channel-logout").with("sessions", ended).build());
        return ResponseEntity.ok().build();
    }
}
