package io.twingrid.escalation.domain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which departments a case is and was with. The first that received it stays answerable until another has accepted
 * (首接负责): passing it on frees nobody.
 *
 * @param dispatch to whom it is dispatched now, or null
 * @param answerable id of the department that answers for it, or null while the centre or the community does
 * @param declinedBy id of the department that gave it back to the centre last, until it is dispatched again
 * @param declines how many departments gave it back since one accepted it
 * @param dispatchedBy id of the coordinator who dispatched it last, or null
 * @param handler id of the coordinator who has it in hand after too many declines, until it is accepted; or null
 * @param involved ids of all departments that it was ever dispatched to, in that order: they may go on seeing it
 */
public record Responsibility(
        @Nullable Dispatch dispatch,
        @Nullable String answerable,
        @Nullable String declinedBy,
        int declines,
        @Nullable String dispatchedBy,
        @Nullable String handler,
        List<String> involved) {
    static final Responsibility NOBODY = new Responsibility(null, null, null, 0, null, null, List.of());

    public Responsibility {
        involved = List.copyOf(involved);
    }

    /** The departments that have it now, the leading one first. */
    public List<String> departments() {
        return dispatch == null ? List.of() : dispatch.departments();
    }

    /** The department that leads now, or null. */
    public @Nullable String leading() {
        return dispatch == null ? null : dispatch.department();
    }

    Responsibility dispatched(Dispatch to, String by) {
        List<String> all = new ArrayList<>(involved);
        to.departments().stream().filter(id -> !all.contains(id)).forEach(all::add);
        String first = answerable == null ? to.department() : answerable;
        // What comes back is dispatched by the system; the person who had sent it there goes on standing for it.
        String person = by.equals(StreetCase.SYSTEM) ? dispatchedBy : by;
        return new Responsibility(to, first, null, declines, person, handler, all);
    }

    /** The same departments, with what has changed about them. */
    Responsibility with(@Nullable Dispatch changed) {
        return new Responsibility(changed, answerable, declinedBy, declines, dispatchedBy, handler, involved);
    }

    /** Accepting says "I answer for it"; so does resolving it. */
    Responsibility taken(String by) {
        return new Responsibility(dispatch, by, null, 0, dispatchedBy, null, involved);
    }

    Responsibility declined(String by, int inARow) {
        return new Responsibility(null, answerable, by, inARow, dispatchedBy, handler, involved);
    }

    Responsibility inHandOf(String coordinator) {
        return new Responsibility(dispatch, answerable, declinedBy, declines, dispatchedBy, coordinator, involved);
    }

    /** The community owns it, or the centre has it afresh. */
    Responsibility released() {
        return new Responsibility(null, null, null, 0, null, null, involved);
    }
}
