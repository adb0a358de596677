package io.twingrid.triage.events;

import static java.util.Objects.requireNonNull;

import io.twingrid.triage.domain.News;
import java.time.Instant;

/** What the earlier case hears of our own {@code io.twingrid.report.unmerged.v1} about the later one. */
record CaseUnmerged(String reportId, Instant at, String by, String from) {
    CaseUnmerged {
        requireNonNull(reportId, "reportId is missing");
        requireNonNull(at, "at is missing");
        requireNonNull(by, "by is missing");
        requireNonNull(from, "from is missing");
    }

    News news() {
        return new News.Parts(at, by, reportId);
    }
}
