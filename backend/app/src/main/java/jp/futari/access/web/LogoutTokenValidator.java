package jp.futari.access.web;

import java.util.Map;
import jp.futari.access.application.AccessSettings;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** A logout token as OpenID Connect Back-Channel Logout 1.0 section 2.6 asks for it: ours, an event of logout, naming whom, and no ID token. */
final class LogoutTokenValidator implements OAuth2TokenValidator<Jwt> {

    private static final String LOGOUT = "http://schemas.openid.net/event/backchannel-logout";

    private final AccessSettings settings;

    LogoutTokenValidator(AccessSettings settings) {
        this.settings = settings;
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        boolean ours = settings.issuer().equals(token.getClaimAsString("iss")) && token.getAudience() != null
                && token.getAudience().contains(settings.clientId());
        boolean logout = token.getClaims().get("events") instanceof Map<?, ?> events && events.get(LOGOUT) instanceof Map<?, ?>;
        boolean someone = token.getClaimAsString("sid") != null || token.getSubject() != null;
        boolean complete = token.getIssuedAt() != null && token.getExpiresAt() != null && token.getId() != null && !token.hasClaim("nonce");
        return ours && logout && someone && complete ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_request", "not a logout token for this client", null));
    }
}
