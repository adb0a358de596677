package io.twingrid.intake.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A photo that is kept: two JPEGs without metadata.
 *
 * @param client who sent it: a person, another city's software, or empty for somebody without a name
 * @param width of the large size, in pixels
 * @param height of the large size, in pixels
 * @param reportId the report that it belongs to, or null as long as it belongs to none
 */
public record Photo(
        String id,
        String client,
        Instant at,
        int width,
        int height,
        Fingerprint fingerprint,
        @Nullable String reportId) {

    /** Whether a client may put it into a report: it is his, and in no other. */
    public boolean isFor(String owner, String report) {
        return client.equals(owner) && (reportId == null || reportId.equals(report));
    }

    /** Which of the two pictures. */
    public enum Size {
        LARGE,
        SMALL
    }
}
