package io.twingrid.triage.domain;

import io.twingrid.triage.domain.CaseFact.Assigned;
import io.twingrid.triage.domain.CaseFact.Closed;
import io.twingrid.triage.domain.CaseFact.Escalated;
import io.twingrid.triage.domain.CaseFact.Extended;
import io.twingrid.triage.domain.CaseFact.ExtensionDeclined;
import io.twingrid.triage.domain.CaseFact.ExtensionRequested;
import io.twingrid.triage.domain.CaseFact.Held;
import io.twingrid.triage.domain.CaseFact.Invalidated;
import io.twingrid.triage.domain.CaseFact.LaterJoined;
import io.twingrid.triage.domain.CaseFact.LaterParted;
import io.twingrid.triage.domain.CaseFact.Merged;
import io.twingrid.triage.domain.CaseFact.Noted;
import io.twingrid.triage.domain.CaseFact.Rejected;
import io.twingrid.triage.domain.CaseFact.Reopened;
import io.twingrid.triage.domain.CaseFact.Resolved;
import io.twingrid.triage.domain.CaseFact.Resumed;
import io.twingrid.triage.domain.CaseFact.ReworkRequested;
import io.twingrid.triage.domain.CaseFact.Routed;
import io.twingrid.triage.domain.CaseFact.Transferred;
import io.twingrid.triage.domain.CaseFact.Unmerged;
import io.twingrid.triage.domain.CaseFact.VerificationOverdue;
import io.twingrid.triage.domain.CaseFact.Verified;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What each fact of ours does to a case: the one place where that stands. */
final class Story {
    private Story() {}

    static CommunityCase after(CommunityCase before, CaseFact fact) {
        return told(before, new CaseDraft(before), fact).told(HistoryEntry.of(fact));
    }

    private static CaseDraft told(CommunityCase before, CaseDraft draft, CaseFact fact) {
        return switch (fact) {
            case Routed to -> draft.state(CaseState.ROUTED).routed(to).handler(null);
            case Transferred away -> draft;
            case Verified yes ->
                draft.state(CaseState.VERIFIED).track(before.track().verified(yes.at(), before.verify()));
            case VerificationOverdue late -> draft.track(before.track().told(true));
            case Rejected no -> draft.state(CaseState.REJECTED).handler(null);
            case Merged merged -> draft.state(CaseState.MERGED).aside(aside(before, merged.at(), null, merged.into()));
            case Unmerged again -> unmerged(draft, again);
            case LaterJoined join ->
                draft.joins(join.later()).supportedBy(join.later().supporters());
            case LaterParted part -> draft.parts(part.laterId());
            case Assigned to ->
                draft.state(CaseState.ASSIGNED).handler(to.handler()).wish(before.wish());
            case Noted note -> draft;
            case Held held -> held(before, draft, held);
            case Resumed again -> draft.state(again.state()).resolve(new Due(again.at(), again.resolveBy()));
            case ExtensionRequested wish -> draft.wish(new Wish(wish.by(), wish.until(), wish.reason()));
            case ExtensionDeclined no -> draft.wish(null);
            case Extended more ->
                draft.wish(null)
                        .resolve(new Due(more.at(), more.until()))
                        .track(before.track().extended());
            case Escalated up ->
                draft.state(CaseState.ESCALATED)
                        .handler(null)
                        .track(draft.track().wentUp());
            case Resolved done -> resolved(before, draft, done);
            case ReworkRequested again ->
                back(draft, before, again.level(), again.at(), again.resolveBy())
                        .track(draft.track().reworked());
            case Reopened again -> back(draft, before, again.level(), again.at(), again.resolveBy());
            case Invalidated no -> draft.state(CaseState.REJECTED).handler(null);
            case Closed closed -> draft.state(CaseState.CLOSED);
        };
    }

    private static CaseDraft held(CommunityCase before, CaseDraft draft, Held held) {
        return draft.state(CaseState.ON_HOLD)
                .aside(aside(before, held.at(), held.reviewOn(), null))
                .track(before.track().held());
    }

    private static CaseDraft unmerged(CaseDraft draft, Unmerged again) {
        return draft.state(again.state())
                .verify(new Due(again.at(), again.verifyBy()))
                .resolve(new Due(again.at(), again.resolveBy()));
    }

    private static CaseDraft resolved(CommunityCase before, CaseDraft draft, Resolved done) {
        return draft.state(CaseState.RESOLVED)
                .handler(done.by())
                .resolution(new Resolution(Level.COMMUNITY, done.at(), done.note(), done.photos()))
                .track(before.track().resolved(done.at(), before.resolve()));
    }

    /** Whoever resolved it has it again: the street, the person who did it, or whomever the lead gives it to. */
    private static CaseDraft back(CaseDraft draft, CommunityCase before, Level level, Instant at, Instant resolveBy) {
        CaseState next = before.handler() == null ? CaseState.VERIFIED : CaseState.ASSIGNED;
        return draft.state(level == Level.STREET ? CaseState.ESCALATED : next).resolve(new Due(at, resolveBy));
    }

    private static Aside aside(CommunityCase before, Instant at, @Nullable Instant reviewOn, @Nullable String into) {
        // What is merged while it is on hold goes back to where it was before the hold: its review date may have
        // passed.
        Aside already = before.aside();
        return already == null
                ? new Aside(before.state(), at, reviewOn, into)
                : new Aside(already.back(), already.since(), reviewOn, into);
    }
}
