package io.twingrid.gateway.session;

import java.time.Clock;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** Which requests act by a browser's session; and the end of a session that has lasted long enough, used or not. */
final class CookieSessions implements WebFilter, Ordered {

    /** The prefix binds it to this host alone, and to a connection that a browser trusts: TLS, or loopback. */
    static final String COOKIE = "__Host-session";

    private static final int BEFORE_SECURITY = -150;

    private final SessionSettings settings;
    private final Clock clock;

    CookieSessions(SessionSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** A token that the request brings counts more than a cookie that the browser adds by itself. */
    static boolean actsBySession(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        return request.getCookies().containsKey(COOKIE)
                && request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION) == null;
    }

    @Override
    public int getOrder() {
        return BEFORE_SECURITY;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!exchange.getRequest().getCookies().containsKey(COOKIE)) {
            return chain.filter(exchange);
        }
        return exchange.getSession()
                .filter(this::isOver)
                .flatMap(WebSession::invalidate)
                .then(chain.filter(exchange));
    }

    private boolean isOver(WebSession session) {
        return session.isStarted()
                && session.getCreationTime().plus(settings.longest()).isBefore(clock.instant());
    }
}
