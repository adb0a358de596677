package io.twingrid.gateway;

import java.net.InetSocketAddress;
import java.util.List;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * Tells the services from where a request came, {@code X-Forwarded-For}: what the caller himself says of it is dropped, or
 * anybody could be anybody. Of a chain that proxies in front of us have written, the entry of the outermost one that is ours
 * is believed.
 */
final class CallersAddress implements HttpHeadersFilter, Ordered {

    private static final String HEADER = "X-Forwarded-For";

    private final GatewaySettings settings;

    CallersAddress(GatewaySettings settings) {
        this.settings = settings;
    }

    /** Behind the gateway's own filter, which removes all such headers. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
        HttpHeaders told = new HttpHeaders();
        told.putAll(input);
        told.remove("Forwarded");
        told.remove("X-Real-IP");
        told.set(HEADER, addressOf(exchange));
        return told;
    }

    private String addressOf(ServerWebExchange exchange) {
        List<String> chain = exchange.getRequest().getHeaders().getOrEmpty(HEADER).stream()
                .flatMap(line -> List.of(line.split(",", -1)).stream())
                .map(String::strip)
                .toList();
        int ours = settings.proxiesInFront();
        return ours > 0 && chain.size() >= ours ? chain.get(chain.size() - ours) : peerOf(exchange);
    }

    private static String peerOf(ServerWebExchange exchange) {
        InetSocketAddress peer = exchange.getRequest().getRemoteAddress();
        return peer == null || peer.getAddress() == null
                ? "unknown"
                : peer.getAddress().getHostAddress();
    }
}
