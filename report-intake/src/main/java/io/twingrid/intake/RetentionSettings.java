package io.twingrid.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long what concerns persons is kept.
 *
 * @param reporters after which a report is detached from its reporter and supporters
 * @param photos after which photos are deleted; not later than {@code reporters}, because they name who sent them
 * @param unused after which a photo that is in no report is deleted
 * @param every pause between two sweeps
 * @param atOnce reports and photos of one sweep, at most
 */
@ConfigurationProperties("intake.retention")
public record RetentionSettings(Duration reporters, Duration photos, Duration unused, Duration every, int atOnce) {
    public RetentionSettings {
        if (reporters.isNegative() || photos.isNegative() || unused.isNegative() || atOnce < 1) {
            throw new IllegalArgumentException("intake.retention: times must not be negative, at-once is positive");
        }
        if (photos.compareTo(reporters) > 0) {
            throw new IllegalArgumentException(
                    "intake.retention.photos must not be longer than reporters: a photo names who sent it");
        }
        if (every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException("intake.retention.every must be positive");
        }
    }
}
