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
            case CaseFact.Verified verified -> line(verified, Verb.VERIFY.word(), verified.by(), null);
            case CaseFact.Rejected no -> line(no, Verb.REJECT.word(), no.by(), textOf(no));
            case CaseFact.Assigned to -> line(to, Verb.ASSIGN.word(), to.by(), to.handler());
            case CaseFact.Noted note ->
                new HistoryEntry(note.at(), Verb.NOTE.word(), note.by(), note.text(), note.isPublic());
            case CaseFact.Escalated up ->
                line(
                        up,
                        Verb.ESCALATE.word(),
                        up.by(),
                        up.note() == null ? up.cause().name() : up.note());
            case CaseFact.Resolved done -> line(done, Verb.RESOLVE.word(), done.by(), done.note());
            case CaseFact.Reopened again -> line(again, "reopen", again.by(), again.reason());
            case CaseFact.Closed closed -> line(closed, Verb.CLOSE.word(), closed.by(), closed.reason());
        };
    }

    static HistoryEntry of(News news) {
        return switch (news) {
            case News.Dispatched to -> line(to, "dispatch", String.join(", ", to.departments()));
            case News.Returned back -> line(back, "return", back.reason());
            case News.ResolvedByStreet done -> line(done, Verb.RESOLVE.word(), done.note());
            case News.Feedback feedback -> line(feedback, "feedback", feedback.comment());
        };
    }

    private static String textOf(CaseFact.Rejected no) {
        return no.note() == null ? no.reason().name() : no.reason() + ": " + no.note();
    }

    private static HistoryEntry line(CaseFact fact, String verb, String by, @Nullable String text) {
        return new HistoryEntry(fact.at(), verb, by, text, false);
    }

    private static HistoryEntry line(News news, String verb, @Nullable String text) {
        return new HistoryEntry(news.at(), verb, news.by(), text, false);
    }
}
