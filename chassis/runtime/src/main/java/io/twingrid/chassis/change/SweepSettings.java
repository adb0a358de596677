package io.twingrid.chassis.change;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often deadlines are looked at.
 *
 * @param every pause between two looks; so late a deadline's effect may be at most, beside the work at hand
 */
@ConfigurationProperties("chassis.sweep")
public record SweepSettings(@DefaultValue("1s") Duration every) {
    public SweepSettings {
        if (!every.isPositive()) {
            throw new IllegalArgumentException("chassis.sweep.every must be longer than nothing: " + every);
        }
    }
}
