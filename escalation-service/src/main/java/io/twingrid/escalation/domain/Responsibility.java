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
 * @param involved ids of all departments that it was ever dispatched to, in that order: they may go on seeing it
 */
public record Responsibility(
        @Nullable Dispatch dispatch,
        @Nullable String answerable,
        @Nullable String declinedBy,
        List<String> involved) {
    static final Responsibility NOBODY = new Responsibility(null, null, null, List.of());

    public Responsibility {
        involved = List.copyOf(involved);
    }

    /** The departments that have it now, the leading one first. */
    public List<String> departments() {
        return dispatch == null ? List.of() : dispatch.departments();
    }

    Responsibility dispatched(Dispatch to) {
        List<String> all = new ArrayList<>(involved);
        to.departments().stream().filter(id -> !all.contains(id)).forEach(all::add);
        return new Responsibility(to, answerable == null ? to.department() : answerable, null, all);
    }

    /** Accepting says "I answer for it"; so does resolving it. */
    Responsibility taken(String by) {
        return new Responsibility(dispatch, by, null, involved);
    }

    Responsibility declined(String by) {
        return new Responsibility(null, answerable, by, involved);
    }

    /** The community owns it, or the centre has it afresh. */
    Responsibility released() {
        return new Responsibility(null, null, null, involved);
    }
}
