package jp.futari.access.web;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import java.time.Duration;
import java.util.Map;
import jp.futari.access.application.AccessSettings;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.ClientHttpRequestFactorySettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * 認証サーバー (Keycloak) as an OIDC provider. Its addresses are written out, not asked for, so that the application starts while it is
 * down; its keys are fetched when the first token comes.
 */
@Configuration(proxyBeanMethods = false)
class IdentityProvider {

    static final String REGISTRATION = "keycloak";
    static final String CALLBACK = "/login/oauth2/code/" + REGISTRATION;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Bean
    ClientRegistrationRepository clientRegistrations(AccessSettings settings) {
        String endpoints = settings.issuer() + "/protocol/openid-connect";
        return new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(settings.publicUrl() + CALLBACK)
                .scope("openid", "profile")
                .issuerUri(settings.issuer())
                .authorizationUri(endpoints + "/auth")
                .tokenUri(endpoints + "/token")
                .jwkSetUri(endpoints + "/certs")
                .userNameAttributeName("preferred_username")
                .providerConfigurationMetadata(Map.of("end_session_endpoint", endpoints + "/logout"))
                .build());
    }

    @Bean
    JwtDecoderFactory<ClientRegistration> idTokenDecoders(AccessSettings settings) {
        NimbusJwtDecoder keys = decoder(settings, JOSEObjectType.JWT);
        return registration -> {
            keys.setJwtValidator(new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
            keys.setClaimSetConverter(new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
            return keys;
        };
    }

    /** For logout tokens: signature and time here, the rest in {@link BackChannelLogout}. */
    @Bean
    JwtDecoder logoutTokenDecoder(AccessSettings settings) {
        NimbusJwtDecoder decoder = decoder(settings, new JOSEObjectType("logout+jwt"), JOSEObjectType.JWT);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(), new LogoutTokenValidator(settings)));
        return decoder;
    }

    @Bean
    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokenEndpoint() {
        RestClientAuthorizationCodeTokenResponseClient client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder().requestFactory(requests()).messageConverters(converters -> {
            converters.clear();
            converters.add(new FormHttpMessageConverter());
            converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
        }).defaultStatusHandler(new OAuth2ErrorResponseErrorHandler()).build());
        return client;
    }

    private static NimbusJwtDecoder decoder(AccessSettings settings, JOSEObjectType... types) {
        JOSEObjectType[] accepted = java.util.Arrays.copyOf(types, types.length + 1);   // and a token that names no type
        return NimbusJwtDecoder.withJwkSetUri(settings.issuer() + "/protocol/openid-connect/certs").restOperations(new RestTemplate(requests()))
                .validateType(false)
                .jwtProcessorCustomizer(processor -> processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(accepted))).build();
    }

    private static ClientHttpRequestFactory requests() {
        return ClientHttpRequestFactoryBuilder.simple()
                .build(ClientHttpRequestFactorySettings.defaults().withConnectTimeout(PATIENCE).withReadTimeout(PATIENCE));
    }
}
