package io.twingrid.chassis.security;

import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.problem.Problem.FieldError;
import io.twingrid.chassis.problem.ProblemAnswers;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;

/** Every service is an OAuth 2.0 resource server: bearer tokens, no sessions, denied unless the service's rules allow it. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@EnableConfigurationProperties({
    ClaimSettings.class,
    KeySettings.class,
    MetricsAccess.class,
    OAuth2ResourceServerProperties.class
})
class SecurityConfiguration {
    private static final String ADMIN = "admin";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    SecurityWebFilterChain bearerTokens(
            ServerHttpSecurity http,
            AccessRules rules,
            MetricsAccess metrics,
            ClaimSettings claims,
            List<Witness> witnesses,
            Callers callers,
            ProblemAnswers answers) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable) // nothing here is authenticated by a cookie
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .addFilterAfter(showing(witnesses, callers), SecurityWebFiltersOrder.AUTHENTICATION)
                .authorizeExchange(exchanges -> {
                    exchanges
                            .pathMatchers("/actuator/health/**", "/v3/api-docs/**")
                            .permitAll()
                            .pathMatchers("/actuator/prometheus")
                            .access(reader(metrics, claims))
                            .pathMatchers("/api/audit/**")
                            .access(anyOf(claims, ADMIN));
                    rules.apply(exchanges);
                    exchanges.anyExchange().denyAll();
                })
                .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults())
                        .authenticationFailureHandler((attempt, e) ->
                                answers.write(attempt.getExchange(), notAccepted(attempt.getExchange(), e)))
                        .accessDeniedHandler((exchange, e) -> answers.write(exchange, forbidden())))
                .exceptionHandling(errors -> errors.authenticationEntryPoint((exchange, e) ->
                                answers.write(exchange, unauthorized(exchange, "A bearer token is needed.")))
                        .accessDeniedHandler((exchange, e) -> answers.write(exchange, forbidden())))
                .build();
    }

    @Bean
    ReactiveJwtDecoder accessTokens(OAuth2ResourceServerProperties properties, KeySettings settings, Clock clock) {
        OAuth2ResourceServerProperties.Jwt trusted = properties.getJwt();
        String issuer = Objects.requireNonNull(trusted.getIssuerUri(), "OIDC_ISSUER says whose tokens are trusted");
        IssuerKeys keys = new IssuerKeys(issuer, trusted.getJwkSetUri(), settings, clock);
        return AccessTokens.of(issuer, trusted.getAudiences(), keys);
    }

    @Bean
    Callers callers(ClaimSettings claims) {
        return new Callers(claims);
    }

    @Bean
    WebFluxConfigurer callerArguments(Callers callers) {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
                resolvers.addCustomResolver(new CallerArgument(callers));
            }
        };
    }

    private static WebFilter showing(List<Witness> witnesses, Callers callers) {
        return (exchange, chain) -> callers.current()
                .doOnNext(caller -> witnesses.forEach(witness -> witness.see(exchange, caller)))
                .then(chain.filter(exchange));
    }

    private static ReactiveAuthorizationManager<AuthorizationContext> reader(
            MetricsAccess metrics, ClaimSettings claims) {
        return metrics.open()
                ? (caller, context) -> Mono.just(new AuthorizationDecision(true))
                : anyOf(claims, ADMIN, metrics.role());
    }

    /** No answer would not mean no: the next rule that fits would be asked. */
    private static ReactiveAuthorizationManager<AuthorizationContext> anyOf(ClaimSettings claims, String... roles) {
        return (caller, context) -> caller.ofType(JwtAuthenticationToken.class)
                .<AuthorizationResult>map(token -> new AuthorizationDecision(
                        claims.callerOf(token.getToken()).isAny(roles)))
                .defaultIfEmpty(new AuthorizationDecision(false));
    }

    /** A token that is not good is the caller's affair; one that cannot be judged, because the issuer is away, is ours. */
    private static Problem notAccepted(ServerWebExchange exchange, AuthenticationException e) {
        return e instanceof AuthenticationServiceException
                ? Problem.away("Who you are cannot be checked for the moment. Send it again.")
                : unauthorized(exchange, e.getMessage());
    }

    private static Problem unauthorized(ServerWebExchange exchange, @Nullable String why) {
        exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        String detail = why == null ? "The bearer token is not accepted." : why;
        return Problem.of(HttpStatus.UNAUTHORIZED, "unauthorized", detail)
                .with("errors", List.of(new FieldError("Authorization", detail)));
    }

    private static Problem forbidden() {
        return Problem.forbidden("Your account may not do this.");
    }
}
