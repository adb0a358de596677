package io.twingrid.triage.events;

import static java.util.Objects.requireNonNull;

import io.twingrid.triage.domain.Location;
import io.twingrid.triage.domain.Report;
import io.twingrid.triage.domain.Reporter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the desk reads of {@code io.twingrid.report.submitted.v1}: all that makes a case. */
record ReportSubmitted(
        String reportId,
        String number,
        Instant at,
        @Nullable Reporter reporter,
        String category,
        String description,
        Location location,
        @Nullable String address,
        @Nullable List<String> photos,
        boolean handledOnSpot) {
    ReportSubmitted {
        requireNonNull(reportId, "reportId is missing");
        requireNonNull(number, "number is missing");
        requireNonNull(at, "at is missing");
        requireNonNull(category, "category is missing");
        requireNonNull(description, "description is missing");
        requireNonNull(location, "location is missing");
        if (reporter != null) {
            requireNonNull(reporter.id(), "reporter.id is missing");
        }
    }

    Report report() {
        return new Report(
                number,
                category,
                description,
                location,
                address,
                photos == null ? List.of() : photos,
                reporter,
                handledOnSpot,
                at);
    }
}
