package io.twingrid.points.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** What is used of {@code invalidated}. */
record ReportInvalidated(String reportId, Instant at) {
    ReportInvalidated {
        requireNonNull(reportId, "reportId is missing");
        requireNonNull(at, "at is missing");
    }
}
