package io.twingrid.triage.domain;

import io.twingrid.chassis.change.Outcome;
import io.twingrid.triage.domain.CaseFact.LaterJoined;
import io.twingrid.triage.domain.CaseFact.LaterParted;
import io.twingrid.triage.domain.CaseFact.Reopened;
import java.util.List;
import java.util.function.UnaryOperator;

/** A case hears what others did: what comes of it. Where their fact says all there is, we state none of our own. */
final class Hearing {
    private final CommunityCase theCase;
    private final TownRules rules;

    Hearing(CommunityCase theCase, TownRules rules) {
        this.theCase = theCase;
        this.rules = rules;
    }

    Outcome<CommunityCase, CaseFact> outcomeOf(News news) {
        return switch (news) {
            case News.Dispatched to -> whileEscalated(to, draft -> draft);
            case News.Returned back ->
                whileEscalated(back, draft -> draft.state(CaseState.VERIFIED)
                        .resolve(new Due(back.at(), rules.resolveBy(theCase, back.at()))));
            case News.ResolvedByStreet done -> whileEscalated(done, draft -> resolved(draft, done));
            case News.Feedback feedback -> feedback(feedback);
            case News.Supported too -> supported(too);
            case News.Joins join -> joins(join);
            case News.Parts part -> parts(part);
        };
    }

    private CaseDraft resolved(CaseDraft draft, News.ResolvedByStreet done) {
        return draft.state(CaseState.RESOLVED)
                .resolution(new Resolution(Level.STREET, done.at(), done.note(), done.photos()))
                .track(theCase.track().resolved(done.at(), theCase.resolve()));
    }

    /** What the street does concerns a case that it owns; news that comes late for one that it gave back is no news. */
    private Outcome<CommunityCase, CaseFact> whileEscalated(News.Outside news, UnaryOperator<CaseDraft> change) {
        return theCase.state() == CaseState.ESCALATED ? told(news, change) : Outcome.unchanged();
    }

    private Outcome<CommunityCase, CaseFact> feedback(News.Feedback feedback) {
        Resolution resolution = theCase.resolution();
        if (resolution != null && !feedback.solved()) {
            String reason = feedback.comment() == null ? Wording.NOT_SOLVED : feedback.comment();
            return theCase.happened(new Reopened(
                    theCase.id(),
                    feedback.at(),
                    feedback.by(),
                    resolution.level(),
                    reason,
                    rules.resolveBy(theCase, feedback.at())));
        }
        return told(feedback, draft -> draft.track(theCase.track().judged(feedback.solved())));
    }

    private Outcome<CommunityCase, CaseFact> supported(News.Supported too) {
        return theCase.supporters().contains(too.by())
                ? Outcome.unchanged()
                // A hundred such lines would drown the case's story.
                : Outcome.changed(
                        new CaseDraft(theCase).supportedBy(List.of(too.by())).untold(too.at()), List.of());
    }

    private Outcome<CommunityCase, CaseFact> joins(News.Joins join) {
        return theCase.joined().contains(join.later())
                ? Outcome.unchanged()
                : theCase.happened(new LaterJoined(theCase.id(), join.at(), join.by(), join.later()));
    }

    private Outcome<CommunityCase, CaseFact> parts(News.Parts part) {
        return theCase.joined().stream().noneMatch(later -> later.reportId().equals(part.laterId()))
                ? Outcome.unchanged()
                : theCase.happened(new LaterParted(theCase.id(), part.at(), part.by(), part.laterId()));
    }

    private Outcome<CommunityCase, CaseFact> told(News.Outside news, UnaryOperator<CaseDraft> change) {
        return Outcome.changed(change.apply(new CaseDraft(theCase)).told(HistoryEntry.of(news)), List.of());
    }
}
