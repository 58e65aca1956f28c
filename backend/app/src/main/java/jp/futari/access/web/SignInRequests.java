package jp.futari.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * {@code GET /login} and {@code GET /login/reauthenticate} as requests to the identity provider, with PKCE. Both ask for the password:
 * a sign-in that an earlier person left at the provider never opens this application.
 */
final class SignInRequests implements OAuth2AuthorizationRequestResolver {

    static final String SIGN_IN = "/login";
    static final String REAUTHENTICATE = "/login/reauthenticate";

    private final ClientRegistrationRepository registrations;

    SignInRequests(ClientRegistrationRepository registrations) {
        this.registrations = registrations;
    }

    static boolean isSignIn(HttpServletRequest request) {
        return request.getMethod().equals("GET") && (request.getRequestURI().equals(SIGN_IN) || request.getRequestURI().equals(REAUTHENTICATE));
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return isSignIn(request) ? resolve(request, IdentityProvider.REGISTRATION) : null;
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        boolean again = request.getRequestURI().equals(REAUTHENTICATE);
        Optional<String> next = SafePath.of(request.getParameter("next"));
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(registrations, "/oauth2/authorization");
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce().andThen(asked -> {
            asked.additionalParameters(again ? Map.of("prompt", "login", "max_age", "0") : Map.of("prompt", "login"));
            AskedFor.note(asked, again, next);
        }));
        return resolver.resolve(request, registration);
    }
}
