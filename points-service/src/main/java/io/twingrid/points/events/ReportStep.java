package io.twingrid.points.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** What is used of {@code verified}, {@code rejected}, {@code merged} and {@code invalidated}. */
record ReportStep(String reportId, Instant at) {
    ReportStep {
        requireNonNull(reportId, "reportId is missing");
        requireNonNull(at, "at is missing");
    }
}
