package io.twingrid.escalation.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long the centre and the departments have: in working time, or day and night where a matter is urgent. */
public interface Deadlines {
    /** By when the centre is to have dispatched what it has since {@code from}. */
    Instant dispatchBy(Report report, Instant from);

    /** By when departments that are summoned at {@code from} are to have reported in. */
    Instant reportInBy(Report report, Instant from);

    /** By when a department is to resolve what is dispatched to it at {@code from}. */
    Instant resolveBy(Report report, String department, Instant from);

    /** By when a department is to answer what was delivered to its own system at {@code from}. */
    Instant answerBy(Report report, String department, Instant from);

    /**
     * When the next higher level is urged.
     *
     * @param department who is late; null for the centre
     * @param dueBy when its time ended
     * @param level how often time itself has urged already, 1 or more
     * @return null if there is no higher level
     */
    @Nullable
    Instant urgeAt(Report report, @Nullable String department, Instant dueBy, int level);

    /** How long a second press of the same person is a double click. */
    Duration samePressWithin();

    /**
     * An end of time that was put off while a case was on hold: what was left is left again.
     *
     * @param dueBy when the time would have ended
     */
    Instant putOff(Report report, @Nullable String department, Instant dueBy, Instant heldAt, Instant resumedAt);

    /** How many declines in a row a case takes before one coordinator has it in hand. */
    int mostDeclines();
}
