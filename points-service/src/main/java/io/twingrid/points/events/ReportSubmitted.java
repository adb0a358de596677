package io.twingrid.points.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is used of {@code submitted}. */
record ReportSubmitted(String reportId, @Nullable Reporter reporter, boolean handledOnSpot, Instant at) {
    ReportSubmitted {
        requireNonNull(reportId, "reportId is missing");
        requireNonNull(at, "at is missing");
    }
}
