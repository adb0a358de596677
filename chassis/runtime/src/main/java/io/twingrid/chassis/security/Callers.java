package io.twingrid.chassis.security;

import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import reactor.core.publisher.Mono;

/** Finds out who is calling. */
final class Callers {
    private final ClaimSettings claims;

    Callers(ClaimSettings claims) {
        this.claims = claims;
    }

    /** The caller of the request at hand; {@link Caller#ANONYMOUS} without a token. */
    Mono<Caller> current() {
        return ReactiveSecurityContextHolder.getContext()
                .flatMap(context -> Mono.justOrEmpty(context.getAuthentication()))
                .ofType(JwtAuthenticationToken.class)
                .map(token -> claims.callerOf(token.getToken()))
                .defaultIfEmpty(Caller.ANONYMOUS);
    }
}
