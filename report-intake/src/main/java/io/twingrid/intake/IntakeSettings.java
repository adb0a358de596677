package io.twingrid.intake;

import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a town may set about its intake.
 *
 * @param zone in which the town counts its days; a report's number begins with the day
 * @param anonymous whether reports without a reporter are taken; they earn no points
 * @param viewWait how long a read waits for a report that was accepted a moment ago
 * @param viewLook pause between two looks while it waits
 */
@ConfigurationProperties("intake")
public record IntakeSettings(
        @DefaultValue("Asia/Shanghai") ZoneId zone,
        @DefaultValue("true") boolean anonymous,
        @DefaultValue("2s") Duration viewWait,
        @DefaultValue("20ms") Duration viewLook) {
    public IntakeSettings {
        if (viewLook.isNegative() || viewLook.isZero() || viewWait.compareTo(viewLook) < 0) {
            throw new IllegalArgumentException(
                    "intake.view-wait (" + viewWait + ") must not be shorter than intake.view-look (" + viewLook + ")");
        }
    }
}
