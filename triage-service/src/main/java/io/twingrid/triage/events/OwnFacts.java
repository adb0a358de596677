package io.twingrid.triage.events;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.fact.FactJson;
import io.twingrid.chassis.fact.UnreadableFactException;
import io.twingrid.triage.domain.CaseFact;
import io.twingrid.triage.domain.CaseState;
import io.twingrid.triage.domain.Joined;
import io.twingrid.triage.domain.Report;
import io.twingrid.triage.events.CaseFactFormat.AssignedData;
import io.twingrid.triage.events.CaseFactFormat.DeclinedData;
import io.twingrid.triage.events.CaseFactFormat.EscalatedData;
import io.twingrid.triage.events.CaseFactFormat.HeldData;
import io.twingrid.triage.events.CaseFactFormat.JoinedData;
import io.twingrid.triage.events.CaseFactFormat.MoreTimeData;
import io.twingrid.triage.events.CaseFactFormat.NotedData;
import io.twingrid.triage.events.CaseFactFormat.PartedData;
import io.twingrid.triage.events.CaseFactFormat.ResolvedData;
import io.twingrid.triage.events.CaseFactFormat.ResumedData;
import io.twingrid.triage.events.CaseFactFormat.UnmergedData;
import java.util.Arrays;

/** Reads what {@link CaseFactFormat} writes. */
final class OwnFacts {
    private OwnFacts() {}

    /**
     * What a fact of ours says.
     *
     * @param report the report that it is about; facts do not repeat all of it
     * @throws UnreadableFactException if it is none of ours
     */
    static CaseFact read(Fact fact, Report report) {
        return switch (fact.type()) {
            case "io.twingrid.report.routed.v1" -> as(fact, CaseFact.Routed.class);
            case "io.twingrid.report.transferred.v1" -> as(fact, CaseFact.Transferred.class);
            case "io.twingrid.report.verified.v1" -> as(fact, CaseFact.Verified.class);
            case "io.twingrid.report.verification-overdue.v1" -> as(fact, CaseFact.VerificationOverdue.class);
            case "io.twingrid.report.rejected.v1" -> as(fact, CaseFact.Rejected.class);
            case "io.twingrid.report.merged.v1" -> as(fact, CaseFact.Merged.class);
            case "io.twingrid.report.rework-requested.v1" -> as(fact, CaseFact.ReworkRequested.class);
            case "io.twingrid.report.reopened.v1" -> as(fact, CaseFact.Reopened.class);
            case "io.twingrid.report.invalidated.v1" -> as(fact, CaseFact.Invalidated.class);
            case "io.twingrid.report.closed.v1" -> as(fact, CaseFact.Closed.class);
            case "io.twingrid.report.unmerged.v1" -> unmerged(as(fact, UnmergedData.class));
            case "io.twingrid.report.joined.v1" -> joined(as(fact, JoinedData.class));
            case "io.twingrid.report.parted.v1" -> parted(as(fact, PartedData.class));
            case "io.twingrid.report.assigned.v1" -> assigned(as(fact, AssignedData.class));
            case "io.twingrid.report.noted.v1" -> noted(as(fact, NotedData.class));
            case "io.twingrid.report.escalated.v1" -> escalated(as(fact, EscalatedData.class), report);
            case "io.twingrid.report.resolved.v1" -> resolved(as(fact, ResolvedData.class), report);
            default -> ofTime(fact);
        };
    }

    /** What says that a case has more time, or stands still. */
    private static CaseFact ofTime(Fact fact) {
        return switch (fact.type()) {
            case "io.twingrid.report.held.v1" -> {
                HeldData held = as(fact, HeldData.class);
                yield new CaseFact.Held(held.reportId(), held.at(), held.by(), held.reason(), held.reviewOn());
            }
            case "io.twingrid.report.resumed.v1" -> {
                ResumedData again = as(fact, ResumedData.class);
                yield new CaseFact.Resumed(
                        again.reportId(), again.at(), again.by(), state(again.state()), again.resolveBy());
            }
            case "io.twingrid.report.extension-requested.v1" -> {
                MoreTimeData wish = as(fact, MoreTimeData.class);
                yield new CaseFact.ExtensionRequested(
                        wish.reportId(), wish.at(), wish.by(), wish.until(), wish.reason());
            }
            case "io.twingrid.report.extended.v1" -> {
                MoreTimeData more = as(fact, MoreTimeData.class);
                yield new CaseFact.Extended(more.reportId(), more.at(), more.by(), more.until(), more.reason());
            }
            case "io.twingrid.report.extension-declined.v1" -> {
                DeclinedData no = as(fact, DeclinedData.class);
                yield new CaseFact.ExtensionDeclined(no.reportId(), no.at(), no.by(), no.reason());
            }
            default -> throw new UnreadableFactException(fact.type() + " is no fact of ours");
        };
    }

    private static CaseFact unmerged(UnmergedData again) {
        return new CaseFact.Unmerged(
                again.reportId(),
                again.at(),
                again.by(),
                again.from(),
                state(again.state()),
                again.verifyBy(),
                again.resolveBy());
    }

    private static CaseFact joined(JoinedData join) {
        return new CaseFact.LaterJoined(
                join.reportId(),
                join.at(),
                join.by(),
                new Joined(join.from(), join.reporter(), join.photos(), join.supporters()));
    }

    private static CaseFact parted(PartedData part) {
        return new CaseFact.LaterParted(part.reportId(), part.at(), part.by(), part.from());
    }

    private static CaseFact assigned(AssignedData to) {
        return new CaseFact.Assigned(to.reportId(), to.at(), to.by(), to.handler());
    }

    private static CaseFact noted(NotedData note) {
        return new CaseFact.Noted(note.reportId(), note.at(), note.by(), note.text(), note.isPublic());
    }

    private static CaseFact escalated(EscalatedData up, Report report) {
        return new CaseFact.Escalated(
                up.reportId(), up.at(), up.by(), up.cause(), up.note(), report, up.area(), up.priority());
    }

    private static CaseFact resolved(ResolvedData done, Report report) {
        return new CaseFact.Resolved(
                done.reportId(), done.at(), done.by(), done.note(), done.photos(), report, done.priority());
    }

    private static CaseState state(String word) {
        return Arrays.stream(CaseState.values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new UnreadableFactException("'" + word + "' is no state"));
    }

    private static <T> T as(Fact fact, Class<T> type) {
        return FactJson.read(fact.data(), type);
    }
}
