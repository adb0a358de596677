package io.twingrid.chassis.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What all HTTP surfaces share. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {
    @Bean
    TraceFilter traceFilter() {
        return new TraceFilter();
    }
}
