package io.twingrid.escalation.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * To whom a case is dispatched, and by when it is to be resolved.
 *
 * @param department id of the department that leads (主办)
 * @param coDepartments ids of those that join in (协办)
 */
public record Dispatch(String department, List<String> coDepartments, Instant dueBy) {
    public Dispatch {
        coDepartments = List.copyOf(coDepartments);
    }

    /** All departments concerned, the leading one first. */
    public List<String> departments() {
        List<String> all = new ArrayList<>();
        all.add(department);
        all.addAll(coDepartments);
        return all;
    }

    /** The same departments with other time. */
    Dispatch until(Instant due) {
        return new Dispatch(department, coDepartments, due);
    }
}
