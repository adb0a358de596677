package io.twingrid.triage.events;

import static java.util.Objects.requireNonNull;

import io.twingrid.triage.domain.News;
import java.time.Instant;

/** What the desk reads of {@code io.twingrid.report.returned.v1}. */
record StreetReturned(String reportId, Instant at, String by, String reason) {
    StreetReturned {
        requireNonNull(reportId, "reportId is missing");
        requireNonNull(at, "at is missing");
        requireNonNull(by, "by is missing");
        requireNonNull(reason, "reason is missing");
    }

    News news() {
        return new News.Returned(at, by, reason);
    }
}
