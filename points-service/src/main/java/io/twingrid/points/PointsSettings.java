package io.twingrid.points;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The numbers that bound this service; {@code points-service.yaml} explains them where they stand.
 *
 * @param mostRaces how often an append reads the head again before it gives up
 * @param page entries on a page whose reader asked for no number
 * @param largestPage the most entries that a reader may ask for
 */
@ConfigurationProperties("points")
public record PointsSettings(int mostRaces, int page, int largestPage) {

    /** Refuses numbers that bound nothing. */
    public PointsSettings {
        if (mostRaces < 1) {
            throw new IllegalArgumentException("points.most-races must be at least 1: " + mostRaces);
        }
        if (page < 1 || page > largestPage) {
            throw new IllegalArgumentException("points.page must be from 1 to points.largest-page: " + page);
        }
    }
}
