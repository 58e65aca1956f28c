package jp.futari.access.web;

import java.util.Optional;
import jp.futari.access.application.AccessSettings;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Where the browser goes so that the identity provider ends its session too (OpenID Connect RP-Initiated Logout 1.0). */
@Component
class SignOut {

    private final AccessSettings settings;

    SignOut(AccessSettings settings) {
        this.settings = settings;
    }

    String endSessionAddress(Optional<String> idToken) {
        UriComponentsBuilder address = UriComponentsBuilder.fromUriString(settings.issuer() + "/protocol/openid-connect/logout")
                .queryParam("client_id", "{client}").queryParam("post_logout_redirect_uri", "{back}");
        idToken.ifPresent(hint -> address.queryParam("id_token_hint", hint));
        return address.encode().buildAndExpand(settings.clientId(), settings.publicUrl() + "/").toUriString();
    }
}
