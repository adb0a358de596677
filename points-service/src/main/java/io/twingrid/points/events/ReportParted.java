package io.twingrid.points.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What is used of {@code parted}.
 *
 * @param from the later report
 */
record ReportParted(String reportId, Instant at, String from) {
    ReportParted {
        requireNonNull(reportId, "reportId is missing");
        requireNonNull(at, "at is missing");
        requireNonNull(from, "from is missing");
    }
}
