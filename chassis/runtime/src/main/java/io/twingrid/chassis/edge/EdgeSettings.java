package io.twingrid.chassis.edge;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How widely and how patiently the consumers work.
 *
 * @param lanes keys handled side by side in one poll
 * @param workWithin the longest that a poll's work may take before it is tried again; well under Kafka's {@code
 *     max.poll.interval.ms}
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
    public EdgeSettings {
        if (lanes < 1) {
            throw new IllegalArgumentException("chassis.edge.lanes must be at least 1: " + lanes);
        }
        if (triesBeforeParking < 1) {
            throw new IllegalArgumentException(
                    "chassis.edge.tries-before-parking must be at least 1: " + triesBeforeParking);
        }
    }
}
