package io.twingrid.triage.events;

import static io.twingrid.triage.domain.Level.COMMUNITY;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.twingrid.triage.domain.Area;
import io.twingrid.triage.domain.CaseFact;
import io.twingrid.triage.domain.Cause;
import io.twingrid.triage.domain.Joined;
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
        return "io.twingrid.report." + name(fact) + ".v1";
    }

    private static String name(CaseFact fact) {
        return switch (fact) {
            case CaseFact.Routed routed -> "routed";
            case CaseFact.Transferred transferred -> "transferred";
            case CaseFact.Verified verified -> "verified";
            case CaseFact.VerificationOverdue late -> "verification-overdue";
            case CaseFact.Rejected rejected -> "rejected";
            case CaseFact.Merged merged -> "merged";
            case CaseFact.Unmerged unmerged -> "unmerged";
            case CaseFact.LaterJoined joined -> "joined";
            case CaseFact.LaterParted parted -> "parted";
            case CaseFact.Assigned assigned -> "assigned";
            case CaseFact.Noted noted -> "noted";
            case CaseFact.Held held -> "held";
            case CaseFact.Resumed resumed -> "resumed";
            case CaseFact.ExtensionRequested requested -> "extension-requested";
            case CaseFact.ExtensionDeclined declined -> "extension-declined";
            case CaseFact.Extended extended -> "extended";
            case CaseFact.Escalated escalated -> "escalated";
            case CaseFact.Resolved resolved -> "resolved";
            case CaseFact.ReworkRequested again -> "rework-requested";
            case CaseFact.Reopened reopened -> "reopened";
            case CaseFact.Invalidated invalidated -> "invalidated";
            case CaseFact.Closed closed -> "closed";
        };
    }

    /** The fields of a fact as they go out: its own where the domain's are the contract's. */
    public static Object data(CaseFact fact) {
        return switch (fact) {
            case CaseFact.LaterJoined join -> JoinedData.of(join);
            case CaseFact.LaterParted part -> new PartedData(part.reportId(), part.at(), part.by(), part.laterId());
            case CaseFact.Unmerged again -> UnmergedData.of(again);
            case CaseFact.Assigned to -> new AssignedData(to.reportId(), to.at(), COMMUNITY, to.by(), to.handler());
            case CaseFact.Noted note ->
                new NotedData(note.reportId(), note.at(), COMMUNITY, note.by(), note.text(), note.isPublic());
            case CaseFact.Held held ->
                new HeldData(held.reportId(), held.at(), COMMUNITY, held.by(), held.reason(), held.reviewOn());
            case CaseFact.Resumed again -> ResumedData.of(again);
            case CaseFact.ExtensionRequested wish ->
                new MoreTimeData(wish.reportId(), wish.at(), COMMUNITY, wish.by(), wish.until(), wish.reason());
            case CaseFact.Extended more ->
                new MoreTimeData(more.reportId(), more.at(), COMMUNITY, more.by(), more.until(), more.reason());
            case CaseFact.ExtensionDeclined no ->
                new DeclinedData(no.reportId(), no.at(), COMMUNITY, no.by(), no.reason());
            case CaseFact.Escalated up -> EscalatedData.of(up);
            case CaseFact.Resolved done -> ResolvedData.of(done);
            case CaseFact.Routed to -> to;
            case CaseFact.Transferred to -> to;
            case CaseFact.Verified verified -> verified;
            case CaseFact.VerificationOverdue late -> late;
            case CaseFact.Rejected rejected -> rejected;
            case CaseFact.Merged merged -> merged;
            case CaseFact.ReworkRequested again -> again;
            case CaseFact.Reopened reopened -> reopened;
            case CaseFact.Invalidated invalidated -> invalidated;
            case CaseFact.Closed closed -> closed;
        };
    }

    /** @param from id of the later report that joined */
    record JoinedData(
            String reportId,
            Instant at,
            String by,
            String from,
            @Nullable Reporter reporter,
            List<String> photos,
            List<String> supporters) {
        static JoinedData of(CaseFact.LaterJoined join) {
            Joined later = join.later();
            return new JoinedData(
                    join.reportId(),
                    join.at(),
                    join.by(),
                    later.reportId(),
                    later.reporter(),
                    later.photos(),
                    later.supporters());
        }
    }

    /** @param from id of the report that parts */
    record PartedData(String reportId, Instant at, String by, String from) {}

    /** @param from id of the case that it had been merged into */
    record UnmergedData(
            String reportId, Instant at, String by, String from, String state, Instant verifyBy, Instant resolveBy) {
        static UnmergedData of(CaseFact.Unmerged again) {
            return new UnmergedData(
                    again.reportId(),
                    again.at(),
                    again.by(),
                    again.from(),
                    again.state().word(),
                    again.verifyBy(),
                    again.resolveBy());
        }
    }

    record HeldData(String reportId, Instant at, Level level, String by, String reason, Instant reviewOn) {}

    record ResumedData(String reportId, Instant at, Level level, String by, String state, Instant resolveBy) {
        static ResumedData of(CaseFact.Resumed again) {
            return new ResumedData(
                    again.reportId(),
                    again.at(),
                    COMMUNITY,
                    again.by(),
                    again.state().word(),
                    again.resolveBy());
        }
    }

    record MoreTimeData(String reportId, Instant at, Level level, String by, Instant until, String reason) {}

    record DeclinedData(String reportId, Instant at, Level level, String by, String reason) {}

    record AssignedData(String reportId, Instant at, Level level, String by, String handler) {}

    record NotedData(
            String reportId,
            Instant at,
            Level level,
            String by,
            String text,
            @JsonProperty("public") boolean isPublic) {}

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

    record ResolvedData(
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
                    COMMUNITY,
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
