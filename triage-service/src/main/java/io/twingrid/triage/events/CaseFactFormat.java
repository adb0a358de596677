package io.twingrid.triage.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.twingrid.triage.domain.Area;
import io.twingrid.triage.domain.CaseFact;
import io.twingrid.triage.domain.Cause;
import io.twingrid.triage.domain.Level;
import io.twingrid.triage.domain.Location;
import io.twingrid.triage.domain.Priority;
import io.twingrid.triage.domain.Report;
import io.twingrid.triage.domain.Reporter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the community's facts are written; {@code contract/asyncapi.yaml} says the same, and {@code contract/examples} show it. */
public final class CaseFactFormat {
    private CaseFactFormat() {}

    /** The CloudEvents type of a fact. */
    public static String type(CaseFact fact) {
        return switch (fact) {
            case CaseFact.Routed routed -> "io.twingrid.report.routed.v1";
            case CaseFact.Verified verified -> "io.twingrid.report.verified.v1";
            case CaseFact.Rejected rejected -> "io.twingrid.report.rejected.v1";
            case CaseFact.Assigned assigned -> "io.twingrid.report.assigned.v1";
            case CaseFact.Noted noted -> "io.twingrid.report.noted.v1";
            case CaseFact.Escalated escalated -> "io.twingrid.report.escalated.v1";
            case CaseFact.Resolved resolved -> "io.twingrid.report.resolved.v1";
            case CaseFact.Reopened reopened -> "io.twingrid.report.reopened.v1";
            case CaseFact.Closed closed -> "io.twingrid.report.closed.v1";
        };
    }

    /** The fields of a fact as they go out: its own where the domain's are the contract's. */
    public static Object data(CaseFact fact) {
        return switch (fact) {
            case CaseFact.Routed to -> RoutedData.of(to);
            case CaseFact.Assigned to ->
                new AssignedData(to.reportId(), to.at(), Level.COMMUNITY, to.by(), to.handler());
            case CaseFact.Noted note ->
                new NotedData(note.reportId(), note.at(), Level.COMMUNITY, note.by(), note.text(), note.isPublic());
            case CaseFact.Escalated up -> EscalatedData.of(up);
            case CaseFact.Resolved done -> ResolvedData.of(done);
            case CaseFact.Verified verified -> verified;
            case CaseFact.Rejected rejected -> rejected;
            case CaseFact.Reopened reopened -> reopened;
            case CaseFact.Closed closed -> closed;
        };
    }

    /** @param possibleDuplicates ids of earlier reports of the same matter; always empty in this version */
    private record RoutedData(
            String reportId,
            Instant at,
            Area area,
            Priority priority,
            Instant verifyBy,
            Instant resolveBy,
            List<String> possibleDuplicates) {
        static RoutedData of(CaseFact.Routed to) {
            return new RoutedData(
                    to.reportId(), to.at(), to.area(), to.priority(), to.verifyBy(), to.resolveBy(), List.of());
        }
    }

    private record AssignedData(String reportId, Instant at, Level level, String by, String handler) {}

    private record NotedData(
            String reportId,
            Instant at,
            Level level,
            String by,
            String text,
            @JsonProperty("public") boolean isPublic) {}

    private record EscalatedData(
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
            List<String> photos,
            @Nullable Reporter reporter,
            boolean handledOnSpot,
            Priority priority,
            Instant submittedAt) {
        static EscalatedData of(CaseFact.Escalated up) {
            Report report = up.report();
            return new EscalatedData(
                    up.reportId(),
                    report.number(),
                    up.at(),
                    up.cause(),
                    up.by(),
                    up.note(),
                    up.area(),
                    report.category(),
                    report.description(),
                    report.location(),
                    report.address(),
                    report.photos(),
                    report.reporter(),
                    report.handledOnSpot(),
                    up.priority(),
                    report.submittedAt());
        }
    }

    private record ResolvedData(
            String reportId,
            String number,
            Instant at,
            Level level,
            String by,
            String note,
            List<String> photos,
            @Nullable Reporter reporter,
            String category,
            Priority priority,
            boolean handledOnSpot) {
        static ResolvedData of(CaseFact.Resolved done) {
            Report report = done.report();
            return new ResolvedData(
                    done.reportId(),
                    report.number(),
                    done.at(),
                    Level.COMMUNITY,
                    done.by(),
                    done.note(),
                    done.photos(),
                    report.reporter(),
                    report.category(),
                    done.priority(),
                    report.handledOnSpot());
        }
    }
}
