package io.twingrid.points;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The numbers that bound this service; {@code points-service.yaml} explains them where they stand.
 *
 * @param racing what an append does when another entry comes first
 * @param page items on a page whose reader asked for no number
 * @param largestPage the most items that a reader may ask for
 * @param zone where the town's days and months begin
 * @param adjustAloneUpTo the largest adjustment, in points either way, that one person decides
 * @param largestAdjustment the largest at all
 * @param publicUrl where the town's pages are reached from outside: what a certificate's QR code leads to
 * @param issuer who appoints observers, as it stands on their certificates
 * @param nightlyAt when the audit and the expiry run, in {@code zone}
 * @param sweep how what was cut off is finished
 * @param expiry when points lapse
 */
@ConfigurationProperties("points")
public record PointsSettings(
        Racing racing,
        int page,
        int largestPage,
        ZoneId zone,
        long adjustAloneUpTo,
        long largestAdjustment,
        String publicUrl,
        String issuer,
        LocalTime nightlyAt,
        Sweeping sweep,
        Expiring expiry) {

    /** Refuses numbers that bound nothing. */
    public PointsSettings {
        atLeast("points.adjust-alone-up-to", adjustAloneUpTo, 0);
        atLeast("points.largest-adjustment", largestAdjustment, 1);
        if (page < 1 || page > largestPage) {
            throw new IllegalArgumentException("points.page must be from 1 to points.largest-page: " + page);
        }
    }

    /**
     * What an append does when another entry of the account comes first: it reads the head again, after a pause of another length for each.
     *
     * @param most how often before it gives up
     * @param pause before the first time; each further one is twice as long
     * @param longestPause at most so long
     */
    public record Racing(int most, Duration pause, Duration longestPause) {
        /** Refuses numbers that bound nothing. */
        public Racing {
            atLeast("points.racing.most", most, 1);
            atLeast("points.racing.pause in ms", pause.toMillis(), 1);
            atLeast("points.racing.longest-pause in ms", longestPause.toMillis(), pause.toMillis());
        }
    }

    /**
     * How what was cut off is finished.
     *
     * @param every pause between two looks
     * @param after how long something may be under way before it counts as cut off; longer than a request takes
     * @param most how many are finished in one look
     */
    public record Sweeping(Duration every, Duration after, int most) {
        /** Refuses numbers that bound nothing. */
        public Sweeping {
            atLeast("points.sweep.every in ms", every.toMillis(), 1);
            atLeast("points.sweep.most", most, 1);
        }
    }

    /**
     * When points lapse.
     *
     * @param afterMonths months that unused points live; 0 if they live for ever
     * @param announcedBefore how long before it is announced
     */
    public record Expiring(int afterMonths, Duration announcedBefore) {
        /** Refuses numbers that bound nothing. */
        public Expiring {
            atLeast("points.expiry.after-months", afterMonths, 0);
            atLeast("points.expiry.announced-before in days", announcedBefore.toDays(), 1);
        }
    }

    private static void atLeast(String name, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ": " + value);
        }
    }
}
