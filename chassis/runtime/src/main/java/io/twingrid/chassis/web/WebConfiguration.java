package io.twingrid.chassis.web;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.netty.http.HttpResources;

/** What all HTTP surfaces share. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({HttpSettings.class, GatewaySettings.class})
class WebConfiguration {
    @Bean
    HttpWalls httpWalls(HttpSettings settings) {
        return new HttpWalls(settings);
    }

    @Bean
    CallerAddress callerAddress(GatewaySettings settings) {
        return new CallerAddress(settings);
    }

    @Bean
    PlainBodies plainBodies() {
        return new PlainBodies();
    }

    @Bean
    TraceFilter traceFilter() {
        return new TraceFilter();
    }

    @Bean
    NullMarkedSchemas nullMarkedSchemas() {
        return new NullMarkedSchemas();
    }

    /**
     * Netty's event loops, which all contexts of a JVM share, given on without the duty to end them: Boot's own factory ends
     * them when the first context closes, and with them the servers of all others.
     */
    @Bean
    ReactorResourceFactory sharedEventLoops() {
        ReactorResourceFactory shared = new ReactorResourceFactory();
        shared.setUseGlobalResources(false);
        shared.setConnectionProvider(HttpResources.get());
        shared.setLoopResources(HttpResources.get());
        return shared;
    }
}
