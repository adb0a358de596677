package io.twingrid.gateway;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the gateway itself decides; its routes and connections are Spring Cloud Gateway's settings, in the same file.
 *
 * @param retryAfter when a caller should try again after a service was away; whole seconds, 1 s or more
 * @param maxBody the largest body that is passed on, where the route does not say otherwise
 * @param proxiesInFront how many proxies of the town's own stand before the gateway, each of which adds to {@code
 *     X-Forwarded-For}; 0 believes nobody but the connection
 */
@ConfigurationProperties("gateway")
record GatewaySettings(
        @DefaultValue("5s") Duration retryAfter,
        @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue("0") int proxiesInFront) {

    GatewaySettings {
        if (retryAfter.toSeconds() < 1) {
            throw new IllegalArgumentException("gateway.retry-after must be 1s or more, not " + retryAfter);
        }
        if (maxBody.toBytes() < 1) {
            throw new IllegalArgumentException("gateway.max-body must be 1B or more, not " + maxBody);
        }
        if (proxiesInFront < 0) {
            throw new IllegalArgumentException("gateway.proxies-in-front must be 0 or more, not " + proxiesInFront);
        }
    }
}
