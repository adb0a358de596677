package io.twingrid.chassis.change;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patiently and how widely the relay works.
 *
 * @param sweepEvery pause between two looks for facts that were left behind
 * @param sweepAfter how long a fact may wait before the sweep takes it up; longer than an ordinary send
 * @param refusedAgain pause before a fact is tried again that the broker refused, such as one that is too large for it
 * @param mostInFlight aggregates whose facts are being sent at one time; beyond it the sweep takes over
 */
@ConfigurationProperties("chassis.relay")
public record RelaySettings(
        @DefaultValue("1s") Duration sweepEvery,
        @DefaultValue("5s") Duration sweepAfter,
        @DefaultValue("1m") Duration refusedAgain,
        @DefaultValue("1000") int mostInFlight) {
    public RelaySettings {
        positive("sweep-every", sweepEvery);
        positive("sweep-after", sweepAfter);
        positive("refused-again", refusedAgain);
        if (mostInFlight < 1) {
            throw new IllegalArgumentException("chassis.relay.most-in-flight must be at least 1: " + mostInFlight);
        }
    }

    private static void positive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("chassis.relay." + name + " must be longer than nothing: " + value);
        }
    }
}
