package io.twingrid.chassis.change;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patiently and how widely the relay works.
 *
 * @param sweepEvery pause between two looks for facts that were left behind
 * @param sweepAfter how long a fact may wait before the sweep takes it up; longer than an ordinary send
 * @param mostInFlight aggregates whose facts are being sent at one time; beyond it the sweep takes over
 */
@ConfigurationProperties("chassis.relay")
public record RelaySettings(
        @DefaultValue("1s") Duration sweepEvery,
        @DefaultValue("5s") Duration sweepAfter,
        @DefaultValue("1000") int mostInFlight) {
    public RelaySettings {
        if (sweepEvery.isNegative() || sweepEvery.isZero()) {
            throw new IllegalArgumentException("chassis.relay.sweep-every must be longer than nothing: " + sweepEvery);
        }
        if (mostInFlight < 1) {
            throw new IllegalArgumentException("chassis.relay.most-in-flight must be at least 1: " + mostInFlight);
        }
    }
}
