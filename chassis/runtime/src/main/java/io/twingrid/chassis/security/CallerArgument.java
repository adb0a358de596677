package io.twingrid.chassis.security;

import java.util.List;
import java.util.Set;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives a controller's method the {@link Caller} that it asks for. */
final class CallerArgument implements HandlerMethodArgumentResolver {
    private final ClaimSettings claims;

    CallerArgument(ClaimSettings claims) {
        this.claims = claims;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        return ReactiveSecurityContextHolder.getContext()
                .flatMap(context -> Mono.justOrEmpty(context.getAuthentication()))
                .ofType(JwtAuthenticationToken.class)
                .map(token -> (Object) callerOf(token.getToken()))
                .defaultIfEmpty(Caller.ANONYMOUS);
    }

    private Caller callerOf(Jwt token) {
        return new Caller(
                token.getSubject(),
                setOf(token, claims.roles()),
                setOf(token, claims.areas()),
                token.getClaimAsString(claims.department()));
    }

    private static Set<String> setOf(Jwt token, String claim) {
        List<String> values = token.getClaimAsStringList(claim);
        return values == null ? Set.of() : Set.copyOf(values);
    }
}
