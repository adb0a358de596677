package io.twingrid.triage.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a case's story.
 *
 * @param verb the word for what was done
 * @param by a person's id, or {@code system}
 * @param text reason, note or person, if there is any
 * @param isPublic whether it is a note that was written for everybody to read
 */
public record HistoryEntry(
        Instant at, String verb, String by, @Nullable String text, boolean isPublic) {

    static HistoryEntry of(CaseFact fact) {
        return switch (fact) {
            case CaseFact.Routed to ->
                line(to, "route", CommunityCase.SYSTEM, to.area().grid());
            case CaseFact.Transferred to -> line(to, Verb.TRANSFER, to.by(), to.to() + ": " + to.reason());
            case CaseFact.Verified verified -> line(verified, Verb.VERIFY, verified.by(), null);
            case CaseFact.VerificationOverdue late -> line(late, "verify-overdue", CommunityCase.SYSTEM, null);
            case CaseFact.Rejected no -> line(no, Verb.REJECT, no.by(), textOf(no));
            case CaseFact.Merged merged -> line(merged, Verb.MERGE, merged.by(), merged.into());
            case CaseFact.Unmerged again -> line(again, Verb.UNMERGE, again.by(), again.from());
            case CaseFact.LaterJoined join ->
                line(join, "join", join.by(), join.later().reportId());
            case CaseFact.LaterParted part -> line(part, "part", part.by(), part.laterId());
            case CaseFact.Assigned to -> line(to, Verb.ASSIGN, to.by(), to.handler());
            case CaseFact.Noted note ->
                new HistoryEntry(note.at(), Verb.NOTE.word(), note.by(), note.text(), note.isPublic());
            case CaseFact.Held held -> line(held, Verb.HOLD, held.by(), held.reason());
            case CaseFact.Resumed again -> line(again, Verb.RESUME, again.by(), null);
            case CaseFact.ExtensionRequested wish -> line(wish, "ask-extension", wish.by(), wish.reason());
            case CaseFact.ExtensionDeclined no -> line(no, Verb.DECLINE_EXTENSION, no.by(), no.reason());
            case CaseFact.Extended more -> line(more, Verb.EXTEND, more.by(), more.reason());
            case CaseFact.Escalated up ->
                line(up, Verb.ESCALATE, up.by(), up.note() == null ? up.cause().name() : up.note());
            case CaseFact.Resolved done -> line(done, Verb.RESOLVE, done.by(), done.note());
            case CaseFact.ReworkRequested again -> line(again, Verb.REWORK, again.by(), again.reason());
            case CaseFact.Reopened again -> line(again, Verb.REOPEN, again.by(), again.reason());
            case CaseFact.Invalidated no -> line(no, Verb.INVALIDATE, no.by(), no.reason());
            case CaseFact.Closed closed -> line(closed, Verb.CLOSE, closed.by(), closed.reason());
        };
    }

    /** Of what the street or the reporter did; the rest is told by a fact of ours, or not worth a line. */
    static HistoryEntry of(News.Outside news) {
        return switch (news) {
            case News.Dispatched to -> line(to, "dispatch", String.join(", ", to.departments()));
            case News.Returned back -> line(back, "return", back.reason());
            case News.ResolvedByStreet done -> line(done, Verb.RESOLVE.word(), done.note());
            case News.Feedback feedback -> line(feedback, "feedback", feedback.comment());
        };
    }

    private static HistoryEntry line(CaseFact fact, Verb verb, String by, @Nullable String text) {
        return line(fact, verb.word(), by, text);
    }

    private static String textOf(CaseFact.Rejected no) {
        return no.note() == null ? no.reason().name() : no.reason() + ": " + no.note();
    }

    private static HistoryEntry line(CaseFact fact, String verb, String by, @Nullable String text) {
        return new HistoryEntry(fact.at(), verb, by, text, false);
    }

    private static HistoryEntry line(News.Outside news, String verb, @Nullable String text) {
        return new HistoryEntry(news.at(), verb, news.by(), text, false);
    }
}
