package io.twingrid.notification.api;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.netty.DisposableChannel;
import reactor.netty.http.server.HttpServerRequest;

/** Closes a request's connection at once: the ordinary end of an answer would wait behind what its reader does not take. */
final class HangUp {
    private HangUp() {}

    static void on(ServerHttpRequest request) {
        Object transport = ServerHttpRequestDecorator.getNativeRequest(request);
        if (transport instanceof HttpServerRequest netty) {
            netty.withConnection(DisposableChannel::dispose);
        }
    }
}
