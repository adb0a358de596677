package io.twingrid.gateway;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the gateway itself decides; its routes and connections are Spring Cloud Gateway's settings, in the same file.
 *
 * @param retryAfter when a caller should try again after a service was away; whole seconds, 1 s or more
 */
@ConfigurationProperties("gateway")
record GatewaySettings(@DefaultValue("5s") Duration retryAfter) {

    GatewaySettings {
        if (retryAfter.toSeconds() < 1) {
            throw new IllegalArgumentException("gateway.retry-after must be 1s or more, not " + retryAfter);
        }
    }
}
