package io.twingrid.triage.events;

import static java.util.Objects.requireNonNull;

import io.twingrid.triage.domain.Joined;
import io.twingrid.triage.domain.News;
import io.twingrid.triage.domain.Reporter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the earlier case hears of our own {@code io.twingrid.report.merged.v1} about the later one. */
record CaseMerged(
        String reportId,
        Instant at,
        String by,
        String into,
        @Nullable Reporter reporter,
        @Nullable List<String> photos,
        @Nullable List<String> supporters) {
    CaseMerged {
        requireNonNull(reportId, "reportId is missing");
        requireNonNull(at, "at is missing");
        requireNonNull(by, "by is missing");
        requireNonNull(into, "into is missing");
    }

    News news() {
        return new News.Joins(
                at,
                by,
                new Joined(
                        reportId,
                        reporter,
                        photos == null ? List.of() : photos,
                        supporters == null ? List.of() : supporters));
    }
}
