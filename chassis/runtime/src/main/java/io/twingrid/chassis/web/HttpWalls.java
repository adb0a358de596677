package io.twingrid.chassis.web;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import reactor.netty.NettyPipeline;

/** Gives the server its limits of time and number, see {@link HttpSettings}. */
public final class HttpWalls implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {
    private static final String NAME = "twingrid.boundedRequests";

    private final HttpSettings settings;

    public HttpWalls(HttpSettings settings) {
        this.settings = settings;
    }

    @Override
    public void customize(NettyReactiveWebServerFactory factory) {
        factory.addServerCustomizers(server -> server.idleTimeout(settings.idle())
                .readTimeout(settings.pause())
                .requestTimeout(settings.body())
                .maxConnections(settings.connections())
                .doOnChannelInit((observer, channel, remote) ->
                        channel.pipeline().addAfter(NettyPipeline.HttpCodec, NAME, new BoundedRequests(settings))));
    }
}
