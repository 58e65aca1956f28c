package jp.futari.access.application;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator decides about sign-in (environment variables of contract section 5).
 *
 * @param publicUrl           the address people type; redirects of the identity provider come back to it
 * @param issuer              the Keycloak realm, e.g. {@code https://…/realms/futari}
 * @param trustedProxies      addresses or networks whose certificate header is believed
 * @param requireCertificate  production: a terminal must show its client certificate; the device cookie alone is refused
 * @param idle                離席: another limit than the office file has; null: the office file
 * @param longest             a session ends for good after this
 */
@ConfigurationProperties("futari.access")
public record AccessSettings(@DefaultValue("http://localhost:8080") String publicUrl,
                             @DefaultValue("http://localhost:8180/realms/futari") String issuer,
                             @DefaultValue("futari") String clientId,
                             @DefaultValue("") String clientSecret,
                             List<String> trustedProxies,
                             @DefaultValue("false") boolean requireCertificate,
                             @DefaultValue("false") boolean demo,
                             Duration idle,
                             @DefaultValue("12h") Duration longest) {

    public AccessSettings {
        publicUrl = publicUrl.replaceAll("/+$", "");
        issuer = issuer.replaceAll("/+$", "");
        trustedProxies = trustedProxies == null ? List.of() : trustedProxies.stream().map(String::strip).filter(p -> !p.isEmpty()).toList();
    }

    public URI publicUri() {
        return URI.create(publicUrl);
    }
}
