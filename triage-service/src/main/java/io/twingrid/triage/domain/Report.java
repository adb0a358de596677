package io.twingrid.triage.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was seen, as it was submitted; it never changes.
 *
 * @param number what people call the report by
 * @param category code in the town's catalogue
 * @param address in words, if the reporter gave one
 * @param photos ids of photos
 * @param reporter null if the report is anonymous
 * @param handledOnSpot whether the reporter dealt with it there and then
 */
public record Report(
        String number,
        String category,
        String description,
        Location location,
        @Nullable String address,
        List<String> photos,
        @Nullable Reporter reporter,
        boolean handledOnSpot,
        Instant submittedAt) {
    public Report {
        photos = List.copyOf(photos);
    }
}
