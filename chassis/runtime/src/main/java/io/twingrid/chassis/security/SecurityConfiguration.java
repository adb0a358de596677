package io.twingrid.chassis.security;

import io.twingrid.chassis.problem.Problem;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Every service is an OAuth 2.0 resource server: bearer tokens, no sessions, denied unless the service's rules allow it. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@EnableConfigurationProperties(ClaimSettings.class)
class SecurityConfiguration {
    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    SecurityWebFilterChain bearerTokens(ServerHttpSecurity http, AccessRules rules, JsonMapper json) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable) // nothing here is authenticated by a cookie
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .authorizeExchange(exchanges -> {
                    exchanges
                            .pathMatchers("/actuator/health/**", "/actuator/prometheus", "/v3/api-docs/**")
                            .permitAll();
                    rules.apply(exchanges);
                    exchanges.anyExchange().denyAll();
                })
                .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults())
                        .authenticationEntryPoint((exchange, e) -> unauthorized(exchange, json, e.getMessage()))
                        .accessDeniedHandler((exchange, e) ->
                                answer(exchange, json, Problem.forbidden("Your account may not do this."))))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(
                                (exchange, e) -> unauthorized(exchange, json, "A bearer token is needed."))
                        .accessDeniedHandler((exchange, e) ->
                                answer(exchange, json, Problem.forbidden("Your account may not do this."))))
                .build();
    }

    @Bean
    WebFluxConfigurer callerArguments(ClaimSettings claims) {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
                resolvers.addCustomResolver(new CallerArgument(claims));
            }
        };
    }

    private static Mono<Void> unauthorized(
            ServerWebExchange exchange, JsonMapper json, @org.jspecify.annotations.Nullable String why) {
        exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        String detail = why == null ? "The bearer token is not accepted." : why;
        return answer(
                exchange,
                json,
                Problem.of(HttpStatus.UNAUTHORIZED, "unauthorized", detail)
                        .with("errors", java.util.List.of(new Problem.FieldError("Authorization", detail))));
    }

    private static Mono<Void> answer(ServerWebExchange exchange, JsonMapper json, Problem problem) {
        var response = exchange.getResponse();
        response.setStatusCode(problem.status());
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(json.writeValueAsBytes(problem.document()))));
    }
}
