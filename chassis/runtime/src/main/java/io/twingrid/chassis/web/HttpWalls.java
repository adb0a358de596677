package io.twingrid.chassis.web;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import reactor.netty.NettyPipeline;

/** Gives the server its limits of time and number, see {@link HttpSettings}, and its requests in turn. */
public final class HttpWalls implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {
    private static final String BOUNDED = "twingrid.boundedRequests";
    private static final String ONE_AT_A_TIME = "twingrid.oneRequestAtATime";

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
                .doOnChannelInit((observer, channel, remote) -> channel.pipeline()
                        .addAfter(NettyPipeline.HttpCodec, BOUNDED, new BoundedRequests(settings))
                        .addAfter(BOUNDED, ONE_AT_A_TIME, new OneRequestAtATime())));
    }
}
