package jp.futari.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * What the person wanted when we sent them to the identity provider, kept beside the state of that very request.
 *
 * @param reauthentication identify the same person again in a popup
 * @param next             where to go afterwards
 * @param since            when we asked
 */
record AskedFor(boolean reauthentication, Optional<String> next, Instant since) {

    private static final String REAUTHENTICATION = "futari.reauthentication";
    private static final String NEXT = "futari.next";
    private static final String SINCE = "futari.since";

    static void note(OAuth2AuthorizationRequest.Builder request, boolean reauthentication, Optional<String> next) {
        request.attributes(attributes -> {
            attributes.put(REAUTHENTICATION, reauthentication);
            attributes.put(SINCE, Instant.now().toString());
            next.ifPresent(path -> attributes.put(NEXT, path));
        });
    }

    static AskedFor of(HttpServletRequest request) {
        if (request.getAttribute(AskedFor.class.getName()) instanceof OAuth2AuthorizationRequest asked) {
            return new AskedFor(Boolean.TRUE.equals(asked.getAttribute(REAUTHENTICATION)), Optional.ofNullable(asked.getAttribute(NEXT)),
                    Instant.parse(asked.getAttribute(SINCE)));
        }
        return new AskedFor(false, Optional.empty(), Instant.now());
    }

    /** Hands the answered request on to the handlers, once. */
    static final class Requests implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

        private final HttpSessionOAuth2AuthorizationRequestRepository inSession = new HttpSessionOAuth2AuthorizationRequestRepository();

        @Override
        public OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
            return inSession.loadAuthorizationRequest(request);
        }

        @Override
        public void saveAuthorizationRequest(OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
            inSession.saveAuthorizationRequest(asked, request, response);
        }

        @Override
        public OAuth2AuthorizationRequest removeAuthorizationRequest(HttpServletRequest request, HttpServletResponse response) {
            OAuth2AuthorizationRequest asked = inSession.removeAuthorizationRequest(request, response);
            request.setAttribute(AskedFor.class.getName(), asked);
            return asked;
        }
    }
}
