package io.twingrid.intake.api.open311;

import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * GeoReport knows keys and no bearer tokens. One that is sent all the same (by a browser that is signed in, or a gateway
 * that relays what it has) is not looked at: a wrong one would otherwise be refused before {@link GeoReport} could say so
 * in the format that was asked for.
 */
@Component
final class NoTokens implements WebFilter, Ordered {
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        boolean concerned = exchange.getRequest().getPath().value().startsWith("/open311")
                && exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION);
        return chain.filter(
                concerned
                        ? exchange.mutate()
                                .request(request ->
                                        request.headers(headers -> headers.remove(HttpHeaders.AUTHORIZATION)))
                                .build()
                        : exchange);
    }
}
