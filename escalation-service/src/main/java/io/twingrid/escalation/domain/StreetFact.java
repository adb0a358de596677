package io.twingrid.escalation.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a case at the street. {@code by} is a person's id, or {@code system}. */
public sealed interface StreetFact {
    String reportId();

    Instant at();

    String by();

    /**
     * It was given to departments, anew or for the first time.
     *
     * @param department id of the department that leads (主办)
     * @param coDepartments ids of those that are summoned to join in (协办)
     * @param dueBy by when it is to be resolved
     * @param onTime whether the centre dispatched it within its own time
     */
    record Dispatched(
            String reportId,
            Instant at,
            String by,
            String department,
            List<String> coDepartments,
            Instant dueBy,
            boolean onTime)
            implements StreetFact {
        public Dispatched {
            coDepartments = List.copyOf(coDepartments);
        }
    }

    /** The leading department took it on and is answerable from now. */
    record Accepted(String reportId, Instant at, String by, String department) implements StreetFact {}

    /** A department that was summoned is there. */
    record ReportedIn(String reportId, Instant at, String by, String department) implements StreetFact {}

    /**
     * The leading department gave it back to the centre.
     *
     * @param inARow how many departments did so since one accepted it, this one included
     */
    record Declined(String reportId, Instant at, String by, String department, String reason, int inARow)
            implements StreetFact {}

    /** After too many declines one coordinator has it in hand, by name. */
    record Assigned(String reportId, Instant at, String by, String handler) implements StreetFact {}

    /**
     * Somebody who lets it wait is pressed.
     *
     * @param stage 1 for the first time; each later stage is for a higher level
     * @param dueBy by when that should have been done, or is to be done, for which is urged
     * @param department who is pressed: the leading department, or one that has not reported in; null for the centre
     */
    record Urged(
            String reportId,
            Instant at,
            String by,
            int stage,
            Instant dueBy,
            @Nullable String department) implements StreetFact {}

    /** The centre gave it back to the community. */
    record Returned(String reportId, Instant at, String by, String reason) implements StreetFact {}

    /** It cannot be solved now; the clocks stand still. */
    record Held(String reportId, Instant at, String by, String reason, Instant reviewOn) implements StreetFact {}

    /**
     * It goes on.
     *
     * @param dueBy the time that was left, from now on
     */
    record Resumed(String reportId, Instant at, String by, Instant dueBy) implements StreetFact {}

    /** The leading department asked for more time. */
    record ExtensionRequested(String reportId, Instant at, String by, String department, Instant until, String reason)
            implements StreetFact {}

    /** It does not get it. */
    record ExtensionDeclined(String reportId, Instant at, String by, String reason) implements StreetFact {}

    /** It has more time. */
    record Extended(String reportId, Instant at, String by, Instant until, String reason) implements StreetFact {}

    /** Somebody wrote something down. */
    record Noted(String reportId, Instant at, String by, String text, boolean isPublic) implements StreetFact {}

    /**
     * It is done; carries all that a credit needs.
     *
     * @param department null if the centre settled it without one
     * @param report what was resolved
     * @param onTime whether within the time that there was for it
     */
    record Resolved(
            String reportId,
            Instant at,
            String by,
            @Nullable String department,
            String note,
            List<String> photos,
            Report report,
            boolean onTime)
            implements StreetFact {
        public Resolved {
            photos = List.copyOf(photos);
        }
    }
}
