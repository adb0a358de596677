package io.twingrid.intake;

import io.twingrid.intake.domain.DraftLimits;
import io.twingrid.intake.domain.ServiceArea.Outside;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a town may set about its intake; every value stands in {@code report-intake.yaml}, with its reason.
 *
 * @param zone in which the town counts its days; a report's number begins with the day
 * @param anonymous whether reports without a reporter are taken; they earn no points
 * @param outside what is done with a report from outside the town's streets
 * @param viewWait how long a read waits for a report that was accepted a moment ago
 * @param viewLook pause between two looks while it waits
 * @param batch reports in one batch, at most
 * @param batchAtOnce reports of a batch that are published side by side
 * @param draft how much a report may hold
 * @param nearby how far "near" is
 */
@ConfigurationProperties("intake")
public record IntakeSettings(
        ZoneId zone,
        boolean anonymous,
        Outside outside,
        Duration viewWait,
        Duration viewLook,
        int batch,
        int batchAtOnce,
        DraftLimits draft,
        Nearby nearby) {
    public IntakeSettings {
        if (viewLook.isNegative() || viewLook.isZero() || viewWait.compareTo(viewLook) < 0) {
            throw new IllegalArgumentException(
                    "intake.view-wait (" + viewWait + ") must not be shorter than intake.view-look (" + viewLook + ")");
        }
        if (batch < 1 || batchAtOnce < 1) {
            throw new IllegalArgumentException("intake.batch and intake.batch-at-once must be positive");
        }
    }

    /**
     * How far "near" is.
     *
     * @param widest radius in metres that may be asked for
     * @param looked reports that are looked at for one answer
     * @param items reports in one answer
     */
    public record Nearby(int widest, int looked, int items) {
        public Nearby {
            if (widest < 1 || widest > 1000 || items < 1 || looked < items) {
                throw new IllegalArgumentException("intake.nearby: widest from 1 to 1000 m, and 1 <= items <= looked");
            }
        }
    }
}
