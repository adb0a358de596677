package io.twingrid.escalation.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.twingrid.escalation.domain.Report;
import io.twingrid.escalation.domain.StreetFact;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the centre reads of its own facts. The community writes facts of the same
 * types, with other fields; those are passed over, so nothing is required until it is known whose a fact is.
 */
record OwnFactData(
        @Nullable String reportId,
        @Nullable Instant at,
        @Nullable String by,
        @Nullable String department,
        @Nullable List<String> coDepartments,
        @Nullable Instant dueBy,
        @Nullable String reason,
        @Nullable Integer inARow,
        @Nullable String handler,
        @Nullable Integer stage,
        @Nullable Instant reviewOn,
        @Nullable Instant until,
        @Nullable String text,
        @JsonProperty("public") @Nullable Boolean isPublic,
        @Nullable String note,
        @Nullable List<String> photos,
        @Nullable Boolean onTime) {

    String id() {
        return requireNonNull(reportId, "reportId is missing");
    }

    /** The fact as the domain states it; the report, which a resolution carries in parts, is the case's own. */
    StreetFact toFact(StreetFactType type, Report report) {
        String id = id();
        Instant when = requireNonNull(at, "at is missing");
        String who = requireNonNull(by, "by is missing");
        return switch (type) {
            case DISPATCHED ->
                new StreetFact.Dispatched(
                        id, when, who, needed(department), needed(coDepartments), needed(dueBy), needed(onTime));
            case ACCEPTED -> new StreetFact.Accepted(id, when, who, needed(department));
            case REPORTED_IN -> new StreetFact.ReportedIn(id, when, who, needed(department));
            case DECLINED -> new StreetFact.Declined(id, when, who, needed(department), needed(reason), needed(inARow));
            case ASSIGNED -> new StreetFact.Assigned(id, when, who, needed(handler));
            case URGED -> new StreetFact.Urged(id, when, who, needed(stage), needed(dueBy), department);
            case RETURNED -> new StreetFact.Returned(id, when, who, needed(reason));
            case HELD -> new StreetFact.Held(id, when, who, needed(reason), needed(reviewOn));
            case RESUMED -> new StreetFact.Resumed(id, when, who, needed(dueBy));
            case EXTENSION_REQUESTED ->
                new StreetFact.ExtensionRequested(id, when, who, needed(department), needed(until), needed(reason));
            case EXTENSION_DECLINED -> new StreetFact.ExtensionDeclined(id, when, who, needed(reason));
            case EXTENDED -> new StreetFact.Extended(id, when, who, needed(until), needed(reason));
            case NOTED -> new StreetFact.Noted(id, when, who, needed(text), needed(isPublic));
            case RESOLVED ->
                new StreetFact.Resolved(
                        id, when, who, department, needed(note), needed(photos), report, needed(onTime));
        };
    }

    private static <T> T needed(@Nullable T field) {
        return requireNonNull(field, "a field of one of our own facts is missing");
    }
}
