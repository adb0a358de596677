package io.twingrid.escalation.events;

import static java.util.Objects.requireNonNull;

import io.twingrid.escalation.domain.Area;
import io.twingrid.escalation.domain.Cause;
import io.twingrid.escalation.domain.Escalation;
import io.twingrid.escalation.domain.Location;
import io.twingrid.escalation.domain.Priority;
import io.twingrid.escalation.domain.Report;
import io.twingrid.escalation.domain.Reporter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the centre reads of {@code io.twingrid.report.escalated.v1}: all that it needs to open a case. */
record EscalatedData(
        String reportId,
        String number,
        Instant at,
        Cause cause,
        String by,
        @Nullable String note,
        Area area,
        String category,
        String description,
        Location location,
        @Nullable String address,
        @Nullable List<String> photos,
        @Nullable Reporter reporter,
        boolean handledOnSpot,
        Priority priority,
        Instant submittedAt) {
    EscalatedData {
        requireNonNull(reportId, "reportId is missing");
        requireNonNull(number, "number is missing");
        requireNonNull(at, "at is missing");
        requireNonNull(cause, "cause is missing");
        requireNonNull(by, "by is missing");
        requireNonNull(area, "area is missing");
        requireNonNull(area.street(), "area.street is missing");
        requireNonNull(area.community(), "area.community is missing");
        requireNonNull(area.grid(), "area.grid is missing");
        requireNonNull(category, "category is missing");
        requireNonNull(description, "description is missing");
        requireNonNull(location, "location is missing");
        requireNonNull(priority, "priority is missing");
        requireNonNull(submittedAt, "submittedAt is missing");
    }

    Report report() {
        return new Report(
                number,
                category,
                description,
                location,
                address,
                area,
                photos == null ? List.of() : photos,
                reporter,
                handledOnSpot,
                priority,
                submittedAt);
    }

    Escalation escalation() {
        return new Escalation(cause, by, note, at);
    }
}
