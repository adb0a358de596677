package io.twingrid.triage.events;

import static java.util.Objects.requireNonNull;

import io.twingrid.triage.domain.News;
import java.time.Instant;

/** What the desk reads of {@code io.twingrid.report.supported.v1}. */
record ReportSupported(String reportId, Instant at, String by) {
    ReportSupported {
        requireNonNull(reportId, "reportId is missing");
        requireNonNull(at, "at is missing");
        requireNonNull(by, "by is missing");
    }

    News news() {
        return new News.Supported(at, by);
    }
}
