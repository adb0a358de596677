package io.twingrid.chassis.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the issuer's public keys are kept.
 *
 * @param maxAge after which they are fetched again, so that a key that was withdrawn is not trusted for ever
 * @param pause the shortest time between two fetches, whatever tokens name; so long a key that is new may be unknown
 * @param patience how long one fetch may take
 */
@ConfigurationProperties("chassis.security.keys")
record KeySettings(
        @DefaultValue("5m") Duration maxAge,
        @DefaultValue("5s") Duration pause,
        @DefaultValue("3s") Duration patience) {
    KeySettings {
        if (!pause.isPositive() || maxAge.compareTo(pause) < 0) {
            throw new IllegalArgumentException(
                    "chassis.security.keys: pause must be longer than nothing and max-age not shorter than pause, not "
                            + pause + " and " + maxAge);
        }
        if (!patience.isPositive()) {
            throw new IllegalArgumentException(
                    "chassis.security.keys.patience must be longer than nothing: " + patience);
        }
    }
}
