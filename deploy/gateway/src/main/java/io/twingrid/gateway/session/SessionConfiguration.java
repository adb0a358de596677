package io.twingrid.gateway.session;

import io.twingrid.chassis.problem.Problem;
import io.twingrid.gateway.AwayAnswers;
import java.net.URI;
import java.time.Clock;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.oidc.web.server.logout.OidcClientInitiatedServerLogoutSuccessHandler;
import org.springframework.security.oauth2.client.web.DefaultReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.server.WebSessionServerOAuth2AuthorizedClientRepository;
import org.springframework.security.web.server.DefaultServerRedirectStrategy;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerRedirectStrategy;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationFailureHandler;
import org.springframework.security.web.server.authentication.ServerAuthenticationSuccessHandler;
import org.springframework.security.web.server.authentication.logout.ServerLogoutSuccessHandler;
import org.springframework.security.web.server.header.CrossOriginOpenerPolicyServerHttpHeadersWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import org.springframework.web.server.session.CookieWebSessionIdResolver;
import org.springframework.web.server.session.DefaultWebSessionManager;
import org.springframework.web.server.session.InMemoryWebSessionStore;
import org.springframework.web.server.session.WebSessionManager;
import reactor.core.publisher.Mono;

/** Signing in and out, sessions, and what a page may do; the services themselves decide who may do what. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@EnableConfigurationProperties({SessionSettings.class, ClaimNames.class})
class SessionConfiguration {

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String HOME = "/";

    @Bean
    SecurityWebFilterChain browserSessions(
            ServerHttpSecurity http,
            Provider provider,
            PendingSignIns pending,
            SessionSettings settings,
            AwayAnswers answers,
            @Value("${gateway.metrics-open}") boolean metricsOpen) {
        return http.authorizeExchange(exchanges -> exchanges
                        .pathMatchers("/actuator/health/**")
                        .permitAll()
                        .pathMatchers("/actuator/**")
                        .access((caller, context) -> Mono.just(new AuthorizationDecision(metricsOpen)))
                        .anyExchange()
                        .permitAll())
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(SessionConfiguration::isCommandBySession)
                        .accessDeniedHandler((exchange, e) -> answers.write(exchange, forged())))
                .oauth2Login(login -> login.clientRegistrationRepository(provider)
                        .authorizedClientRepository(new WebSessionServerOAuth2AuthorizedClientRepository())
                        .authorizationRequestRepository(pending)
                        .authenticationSuccessHandler(welcome(settings))
                        .authenticationFailureHandler(
                                new RedirectServerAuthenticationFailureHandler(HOME + "?sign-in=failed")))
                .logout(out -> out.requiresLogout(ServerWebExchangeMatchers.pathMatchers(HttpMethod.POST, "/sign-out"))
                        .logoutSuccessHandler(atTheProviderToo(provider, settings)))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                                settings.contentSecurityPolicy().replace("{issuer}", settings.issuer())))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .permissionsPolicy(policy -> policy.policy("geolocation=(self), camera=(self), microphone=()")))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint((exchange, e) -> answers.write(exchange, notPublic()))
                                .accessDeniedHandler((exchange, e) -> answers.write(exchange, notPublic())))
                .build();
    }

    @Bean
    Provider provider(SessionSettings settings) {
        return new Provider(settings);
    }

    @Bean
    PendingSignIns pendingSignIns(SessionSettings settings) {
        return new PendingSignIns(settings);
    }

    @Bean
    CookieSessions cookieSessions(SessionSettings settings) {
        return new CookieSessions(settings, Clock.systemUTC());
    }

    @Bean
    SessionTokens sessionTokens(Provider provider) {
        ReactiveOAuth2AuthorizedClientManager clients = new DefaultReactiveOAuth2AuthorizedClientManager(
                provider, new WebSessionServerOAuth2AuthorizedClientRepository());
        return new SessionTokens(clients);
    }

    /** Sessions live in memory: a gateway that starts anew asks people to sign in again. */
    @Bean(WebHttpHandlerBuilder.WEB_SESSION_MANAGER_BEAN_NAME)
    WebSessionManager webSessionManager(SessionSettings settings) {
        InMemoryWebSessionStore store = new InMemoryWebSessionStore();
        store.setMaxSessions(settings.most());
        CookieWebSessionIdResolver cookie = new CookieWebSessionIdResolver();
        cookie.setCookieName(CookieSessions.COOKIE);
        cookie.addCookieInitializer(
                builder -> builder.httpOnly(true).secure(true).sameSite("Lax").path("/"));
        DefaultWebSessionManager manager = new DefaultWebSessionManager();
        manager.setSessionStore(store);
        manager.setSessionIdResolver(cookie);
        return manager;
    }

    /** Other sites can make a browser send a command and its cookie, but not read the token that must come along. */
    private static Mono<MatchResult> isCommandBySession(ServerWebExchange exchange) {
        boolean reads = READING.contains(exchange.getRequest().getMethod());
        return !reads && CookieSessions.actsBySession(exchange) ? MatchResult.match() : MatchResult.notMatch();
    }

    private static ServerAuthenticationSuccessHandler welcome(SessionSettings settings) {
        ServerRedirectStrategy redirects = new DefaultServerRedirectStrategy();
        return (web, person) -> web.getExchange()
                .getSession()
                .doOnNext(session -> session.setMaxIdleTime(settings.idle()))
                // Made now and not when a page asks: with a new token the session changes its id, and so the cookie.
                .then(Mono.defer(() -> SessionController.csrf(web.getExchange())))
                .then(Mono.defer(() -> redirects.sendRedirect(web.getExchange(), URI.create(HOME))));
    }

    private static ServerLogoutSuccessHandler atTheProviderToo(Provider provider, SessionSettings settings) {
        OidcClientInitiatedServerLogoutSuccessHandler handler =
                new OidcClientInitiatedServerLogoutSuccessHandler(provider);
        handler.setPostLogoutRedirectUri(settings.publicUrl() + HOME);
        handler.setLogoutSuccessUrl(URI.create(HOME));
        return handler;
    }

    private static Problem forged() {
        return Problem.of(
                HttpStatus.FORBIDDEN,
                "csrf",
                "A command of a signed-in browser needs the token that GET /session gives, in the header that it names.");
    }

    private static Problem notPublic() {
        return Problem.forbidden("The door's own figures are not for the public.");
    }
}
