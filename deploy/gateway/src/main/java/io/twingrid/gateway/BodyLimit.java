package io.twingrid.gateway;

import io.twingrid.chassis.problem.Problem;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Passes no more of a body on than its route takes ({@code max-body} in the route's metadata, else the settings'), whether the
 * length was said before or not.
 */
final class BodyLimit implements GlobalFilter, Ordered {

    static final String METADATA = "max-body";
    private static final int BEFORE_ROUTING = -1;

    private final GatewaySettings settings;

    BodyLimit(GatewaySettings settings) {
        this.settings = settings;
    }

    @Override
    public int getOrder() {
        return BEFORE_ROUTING;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        long most = limitOf(exchange);
        if (exchange.getRequest().getHeaders().getContentLength() > most) {
            return Mono.error(tooLarge(most));
        }
        return chain.filter(exchange.mutate().request(counting(exchange, most)).build());
    }

    private long limitOf(ServerWebExchange exchange) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        Object own = route.getMetadata().get(METADATA);
        return own == null
                ? settings.maxBody().toBytes()
                : DataSize.parse(own.toString()).toBytes();
    }

    private static ServerHttpRequestDecorator counting(ServerWebExchange exchange, long most) {
        return new ServerHttpRequestDecorator(exchange.getRequest()) {
            @Override
            public Flux<DataBuffer> getBody() {
                AtomicLong seen = new AtomicLong();
                return super.getBody().handle((piece, sink) -> {
                    if (seen.addAndGet(piece.readableByteCount()) <= most) {
                        sink.next(piece);
                    } else {
                        DataBufferUtils.release(piece);
                        sink.error(tooLarge(most));
                    }
                });
            }
        };
    }

    private static RuntimeException tooLarge(long most) {
        return Problem.of(HttpStatus.CONTENT_TOO_LARGE, "too-large", "At most " + most + " bytes are taken here.")
                .asException();
    }
}
