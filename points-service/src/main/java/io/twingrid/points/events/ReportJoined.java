package io.twingrid.points.events;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What is used of {@code joined}.
 *
 * @param from the later report
 * @param reporter who sent the later report
 */
record ReportJoined(String reportId, String from, @Nullable Reporter reporter) {
    ReportJoined {
        requireNonNull(reportId, "reportId is missing");
        requireNonNull(from, "from is missing");
    }
}
