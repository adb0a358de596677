package io.twingrid.triage.events;

import static java.util.Objects.requireNonNull;

import io.twingrid.triage.domain.Level;
import io.twingrid.triage.domain.News;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the desk reads of {@code io.twingrid.report.resolved.v1}, which the street writes, and we ourselves. */
record ReportResolved(
        String reportId,
        Instant at,
        Level level,
        String by,
        String note,
        @Nullable List<String> photos) {
    ReportResolved {
        requireNonNull(reportId, "reportId is missing");
        requireNonNull(at, "at is missing");
        requireNonNull(level, "level is missing");
        requireNonNull(by, "by is missing");
        requireNonNull(note, "note is missing");
    }

    boolean isByStreet() {
        return level == Level.STREET;
    }

    News news() {
        return new News.ResolvedByStreet(at, by, note, photos == null ? List.of() : photos);
    }
}
