package io.twingrid.chassis.security;

import org.springframework.web.server.ServerWebExchange;

/** Sees every request of every caller after it is known who calls, and before it is decided whether he may. */
@FunctionalInterface
public interface Witness {
    void see(ServerWebExchange exchange, Caller caller);
}
