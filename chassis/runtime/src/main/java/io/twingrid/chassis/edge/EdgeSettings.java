package io.twingrid.chassis.edge;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How widely and how patiently the consumers work.
 *
 * @param lanes keys handled side by side in one poll
 * @param workWithin the longest that a poll's work may take before it is tried again; under the 5 minutes of Kafka's
 *     {@code max.poll.interval.ms}
 * @param firstRetry pause before an unlucky record is tried again; doubles up to {@code slowestRetry}
 * @param slowestRetry the longest pause between two tries
 * @param triesBeforeParking how often a record is tried whose handler fails for a reason that waiting does not mend
 */
@ConfigurationProperties("chassis.edge")
public record EdgeSettings(
        @DefaultValue("16") int lanes,
        @DefaultValue("60s") Duration workWithin,
        @DefaultValue("200ms") Duration firstRetry,
        @DefaultValue("10s") Duration slowestRetry,
        @DefaultValue("3") int triesBeforeParking) {
    /** What Kafka's own {@code max.poll.interval.ms} is, which the chassis leaves as it is. */
    private static final Duration LONGEST_POLL = Duration.ofMinutes(5);

    public EdgeSettings {
        if (lanes < 1) {
            throw new IllegalArgumentException("chassis.edge.lanes must be at least 1: " + lanes);
        }
        betweenPolls("work-within", workWithin);
        betweenPolls("first-retry", firstRetry);
        betweenPolls("slowest-retry", slowestRetry);
        if (firstRetry.compareTo(slowestRetry) > 0) {
            throw new IllegalArgumentException("chassis.edge.first-retry must not be longer than slowest-retry: "
                    + firstRetry + ", " + slowestRetry);
        }
        if (triesBeforeParking < 1) {
            throw new IllegalArgumentException(
                    "chassis.edge.tries-before-parking must be at least 1: " + triesBeforeParking);
        }
    }

    /** Who does not poll for longer than that is taken for dead, and his records are given to another. */
    private static void betweenPolls(String name, Duration value) {
        if (!value.isPositive() || value.compareTo(LONGEST_POLL) >= 0) {
            throw new IllegalArgumentException("chassis.edge." + name + " must be longer than nothing and shorter than "
                    + LONGEST_POLL.toMinutes() + " minutes: " + value);
        }
    }
}
