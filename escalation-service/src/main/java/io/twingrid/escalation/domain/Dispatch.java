package io.twingrid.escalation.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * To whom a case is dispatched.
 *
 * @param department id of the department that leads (主办)
 * @param coDepartments ids of those that are summoned to join in (协办)
 * @param reportInBy by when those are to have reported in; null if nobody was summoned
 * @param reportedIn ids of those that have
 * @param whistledFor ids of those that have not, and were urged for it
 */
public record Dispatch(
        String department,
        List<String> coDepartments,
        @Nullable Instant reportInBy,
        List<String> reportedIn,
        List<String> whistledFor) {
    public Dispatch {
        coDepartments = List.copyOf(coDepartments);
        reportedIn = List.copyOf(reportedIn);
        whistledFor = List.copyOf(whistledFor);
    }

    static Dispatch to(String department, List<String> coDepartments, @Nullable Instant reportInBy) {
        return new Dispatch(department, coDepartments, reportInBy, List.of(), List.of());
    }

    /** All departments concerned, the leading one first. */
    public List<String> departments() {
        List<String> all = new ArrayList<>();
        all.add(department);
        all.addAll(coDepartments);
        return all;
    }

    /** The next department that has not reported in and was not urged for it. */
    Optional<String> missing() {
        return coDepartments.stream()
                .filter(id -> !reportedIn.contains(id) && !whistledFor.contains(id))
                .findFirst();
    }

    /** When a department is urged next because it has not reported in; null if none is awaited any more. */
    @Nullable
    Instant nextWhistle() {
        return missing().isPresent() ? reportInBy : null;
    }

    Dispatch reportedIn(String id) {
        return new Dispatch(department, coDepartments, reportInBy, plus(reportedIn, id), whistledFor);
    }

    Dispatch whistledFor(String id) {
        return new Dispatch(department, coDepartments, reportInBy, reportedIn, plus(whistledFor, id));
    }

    /** What they have left to report in, from another moment on. */
    Dispatch reportingInBy(Instant by) {
        return new Dispatch(department, coDepartments, by, reportedIn, whistledFor);
    }

    private static List<String> plus(List<String> ids, String id) {
        List<String> all = new ArrayList<>(ids);
        all.add(id);
        return all;
    }
}
