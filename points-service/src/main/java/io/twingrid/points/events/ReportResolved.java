package io.twingrid.points.events;

import static java.util.Objects.requireNonNull;

import io.twingrid.points.domain.Resolution;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is used of {@code resolved}; the community's and the street's are alike in it. */
record ReportResolved(
        String reportId,
        @Nullable Reporter reporter,
        String by,
        String category,
        String priority,
        boolean handledOnSpot,
        Instant at) {

    ReportResolved {
        requireNonNull(reportId, "reportId is missing");
        requireNonNull(by, "by is missing");
        requireNonNull(category, "category is missing");
        requireNonNull(priority, "priority is missing");
        requireNonNull(at, "at is missing");
    }

    /** The resolution as the ledger needs it; where the report lies is not said here. */
    Resolution toResolution() {
        String observer = reporter == null || !reporter.observer() ? null : reporter.id();
        return new Resolution(reportId, observer, by, category, priority, handledOnSpot, at, null);
    }
}
