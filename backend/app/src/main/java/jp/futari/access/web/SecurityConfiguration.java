package jp.futari.access.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import jp.futari.access.SignedInAuthentication;
import jp.futari.access.application.AccessSettings;
import jp.futari.access.application.SessionLimits;
import jp.futari.access.application.StaffSessions;
import jp.futari.audit.AuditEvent;
import jp.futari.audit.AuditTrail;
import jp.futari.shared.Refused;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * Who reaches which address. Three chains: machines with a bearer token (which can never do a person's work), the identity provider's
 * back channel, and people with a browser. What is not named here needs a signed-in person.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
class SecurityConfiguration {

    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; "
            + "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
            + "form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

    private final AuditTrail audit;
    private final Problems problems;

    SecurityConfiguration(AuditTrail audit, Problems problems) {
        this.audit = audit;
        this.problems = problems;
    }

    /** Each filter of each request was observed by itself, and nobody looks at that; the requests themselves are still measured. */
    @Bean
    static SecurityObservationSettings unobservedFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /** A bearer token is no person: every address of people refuses it, with or without cookies beside it. */
    @Bean
    @Order(1)
    SecurityFilterChain machines(HttpSecurity http, AccessSettings settings) throws Exception {
        return common(http, settings)
                .securityMatcher(SecurityConfiguration::carriesBearerToken)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(DispatcherType.ERROR).permitAll()
                        .anyRequest().denyAll())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint((request, response, e) -> {
                    audit.recordApart(AuditEvent.refusal("access.request").with("code", "access.machine-refused").build());
                    problems.write(response, Refused.forbidden("access.machine-refused"));
                }))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain backChannel(HttpSecurity http, AccessSettings settings) throws Exception {
        return common(http, settings)
                .securityMatcher(BackChannelLogout.PATH)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(DispatcherType.ERROR).permitAll()
                        .requestMatchers(HttpMethod.POST, BackChannelLogout.PATH).permitAll()
                        .anyRequest().denyAll())
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain people(HttpSecurity http, AccessSettings settings, SessionLimits limits, StaffSessions sessions, TerminalRecognition terminals, TrustedPeers peers,
                               CalmPages pages, SignOut signOut, SignInAnswered answered, ClientRegistrationRepository registrations,
                               OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokenEndpoint) throws Exception {
        return common(http, settings)
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .sessionManagement(session -> session.requireExplicitAuthenticationStrategy(true))
                .csrf(csrf -> csrf.csrfTokenRepository(SpaCsrf.cookie()).csrfTokenRequestHandler(new SpaCsrf()))
                .addFilterBefore(new StaffSessionFilter(sessions, terminals, audit, limits), CsrfFilter.class)
                .addFilterAfter(new SpaCsrf.Cookie(), CsrfFilter.class)
                .addFilterBefore(new SignInGate(terminals, pages, signOut, audit, new ProviderLine(settings.issuer())), OAuth2AuthorizationRequestRedirectFilter.class)
                .authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD).permitAll()
                        .requestMatchers("/login", "/login/**", "/logout", "/terminal/enroll/*", "/api/session", "/api/session/cover").permitAll()
                        .requestMatchers("/assets/**", "/sign-in/**", "/favicon.ico", "/favicon.svg", "/healthz/live", "/healthz/ready").permitAll()
                        .requestMatchers("/metrics").access((who, context) -> new AuthorizationDecision(peers.mayReadMetrics(context.getRequest())))
                        .requestMatchers("/api/**").access(signedIn())
                        .requestMatchers(HttpMethod.GET).authenticated()
                        .anyRequest().access(signedIn()))
                .oauth2Login(login -> login
                        .loginPage(SignInRequests.SIGN_IN)
                        .authorizedClientRepository(new NoTokensKept())
                        .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(new SignInRequests(registrations))
                                .authorizationRequestRepository(new AskedFor.Requests()))
                        .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(tokenEndpoint))
                        .successHandler(answered).failureHandler(answered))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(signInFirst()).accessDeniedHandler(refuse()))
                .build();
    }

    private static HttpSecurity common(HttpSecurity http, AccessSettings settings) throws Exception {
        return http
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .logout(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .headers(headers -> headers
                        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .frameOptions(frames -> frames.deny())
                        .contentTypeOptions(Customizer.withDefaults())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=()"))
                        .crossOriginResourcePolicy(Customizer.withDefaults())
                        .httpStrictTransportSecurity(hsts -> hsts.requestMatcher(
                                "https".equals(settings.publicUri().getScheme()) ? AnyRequestMatcher.INSTANCE : request -> false)));
    }

    private static AuthorizationManager<RequestAuthorizationContext> signedIn() {
        return (who, context) -> new AuthorizationDecision(who.get() instanceof SignedInAuthentication);
    }

    private static boolean carriesBearerToken(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        return authorization != null && authorization.regionMatches(true, 0, "Bearer", 0, 6);
    }

    /** Pages go to sign-in and come back; the programming interface answers with a problem and keeps nothing. */
    private AuthenticationEntryPoint signInFirst() {
        return (request, response, exception) -> {
            if (wantsPage(request)) {
                String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
                String next = SafePath.of(request.getRequestURI() + query).filter(path -> !path.equals("/"))
                        .map(path -> "?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8)).orElse("");
                response.sendRedirect(SignInRequests.SIGN_IN + next);
            } else {
                problems.write(response, SessionFinding.reason(request));
            }
        };
    }

    private AccessDeniedHandler refuse() {
        return (request, response, exception) -> {
            Refused refused = exception instanceof CsrfException ? Refused.forbidden("access.csrf") : reasonOf(request);
            if (!refused.code().equals("access.session-covered")) {
                audit.recordApart(AuditEvent.refusal("access.request").with("code", refused.code()).build());
            }
            problems.write(response, refused);
        };
    }

    private static Refused reasonOf(HttpServletRequest request) {
        boolean covered = SessionFinding.state(request).map(StaffSessions.State::covered).orElse(false);
        return covered ? Refused.signIn("access.session-covered") : Refused.forbidden("access.permission-missing");
    }

    private static boolean wantsPage(HttpServletRequest request) {
        return request.getMethod().equals("GET") && !request.getRequestURI().startsWith("/api/") && !request.getRequestURI().equals("/metrics");
    }
}
