package io.twingrid.escalation.domain.care;

import io.twingrid.escalation.domain.Area;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to a care task. Neither where it goes nor what is in the bag is ever in a fact. */
public sealed interface CareFact {
    String taskId();

    Instant at();

    /** It was offered to the observers who ride there. */
    record Offered(
            String taskId,
            Instant at,
            String by,
            CareKind kind,
            Area area,
            Instant readyFrom,
            Instant dueBy,
            int points)
            implements CareFact {}

    /** One observer has it. */
    record Claimed(String taskId, Instant at, String observerId) implements CareFact {}

    /** He gives it back; it is offered again. */
    record Released(String taskId, Instant at, String observerId, String reason, Area area) implements CareFact {}

    /** He has it in his bag. */
    record PickedUp(String taskId, Instant at, String observerId) implements CareFact {}

    /** He says that it was handed over. */
    record Delivered(String taskId, Instant at, String observerId) implements CareFact {}

    /**
     * It was handed over, as the resident's code or staff say.
     *
     * @param points for the observer
     * @param by who says so: a member of staff, or the observer who was told the code
     */
    record Confirmed(String taskId, Instant at, String observerId, int points, String by) implements CareFact {}

    /**
     * Time presses and nobody has claimed it: the centre is to send somebody.
     *
     * @param maker id of the member of staff who made it
     */
    record Unclaimed(String taskId, Instant at, String maker, Area area, Instant dueBy) implements CareFact {}

    /** Time presses and it is not there yet: the centre is to ask, or send somebody else. */
    record Late(String taskId, Instant at, String maker, String observerId, Area area, Instant dueBy)
            implements CareFact {}

    /** The centre sent somebody itself. */
    record Settled(
            String taskId, Instant at, String by, @Nullable String observerId) implements CareFact {}

    /** It is not needed any more. */
    record Cancelled(
            String taskId,
            Instant at,
            String by,
            String reason,
            @Nullable String observerId) implements CareFact {}
}
