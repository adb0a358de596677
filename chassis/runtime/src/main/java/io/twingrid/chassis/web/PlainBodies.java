package io.twingrid.chassis.web;

import io.twingrid.chassis.problem.Problem;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Refuses compressed bodies: a few KB could become gigabytes. Says so as
 * <a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3">RFC 9110</a> asks for, instead of reading noise as JSON.
 */
final class PlainBodies implements WebFilter, Ordered {
    private static final String PLAIN = "identity";

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE; // before anybody looks at the body
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        List<String> encodings = exchange.getRequest().getHeaders().getOrEmpty(HttpHeaders.CONTENT_ENCODING);
        if (encodings.stream().allMatch(PLAIN::equalsIgnoreCase)) {
            return chain.filter(exchange);
        }
        exchange.getResponse().getHeaders().set(HttpHeaders.ACCEPT_ENCODING, PLAIN);
        return Mono.error(
                Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type", "Send the body uncompressed.")
                        .asException());
    }
}
