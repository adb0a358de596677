package io.twingrid.points.events;

import static java.util.Objects.requireNonNull;

import io.twingrid.points.domain.ResolvedReport;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is used of {@code resolved}; the community's and the street's are alike in it. */
record ReportResolved(
        String reportId,
        @Nullable Reporter reporter,
        String category,
        String priority,
        boolean handledOnSpot,
        Instant at) {

    ReportResolved {
        requireNonNull(reportId, "reportId is missing");
        requireNonNull(category, "category is missing");
        requireNonNull(priority, "priority is missing");
        requireNonNull(at, "at is missing");
    }

    /** The report as the ledger needs it; empty if nobody is to be credited. */
    Optional<ResolvedReport> byAnObserver() {
        return Optional.ofNullable(reporter)
                .filter(Reporter::observer)
                .map(by -> new ResolvedReport(reportId, by.id(), category, priority, handledOnSpot, at));
    }
}
