package io.twingrid.chassis.web;

import io.twingrid.chassis.change.Trace;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Takes a request's <a href="https://www.w3.org/TR/trace-context/">W3C trace context</a>, or begins one, and puts it
 * where the facts that come of the request find it.
 */
final class TraceFilter implements WebFilter {
    private static final String HEADER = "traceparent";
    private static final Pattern VALID = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String given = exchange.getRequest().getHeaders().getFirst(HEADER);
        String trace = isValid(given) ? given : begin();
        return chain.filter(exchange).contextWrite(context -> Trace.with(context, trace));
    }

    private static boolean isValid(@Nullable String header) {
        return header != null && VALID.matcher(header).matches();
    }

    private static String begin() {
        byte[] ids = new byte[24];
        ThreadLocalRandom.current().nextBytes(ids);
        HexFormat hex = HexFormat.of();
        return "00-" + hex.formatHex(ids, 0, 16) + "-" + hex.formatHex(ids, 16, 24) + "-01";
    }
}
