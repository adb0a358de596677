package io.twingrid.points.domain;

import io.twingrid.chassis.change.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Whose reports were joined to an earlier one (并案).
 *
 * @param reportId the earlier report
 * @param reports the later ones that were ever joined to it, in that order
 */
public record Followers(String reportId, List<Later> reports) {
    /** Makes the list immutable. */
    public Followers {
        reports = List.copyOf(reports);
    }

    /**
     * A later report of the same matter.
     *
     * @param observer who sent it
     * @param parted whether it is a matter of its own again
     */
    public record Later(String reportId, String observer, boolean parted) {}

    /** One more was joined, or one that had been parted is joined again. */
    public Outcome<Followers, PointsFact> join(String later, String observer) {
        Later joined = new Later(later, observer, false);
        return reports.contains(joined) ? Outcome.unchanged() : with(joined);
    }

    /** A report is a matter of its own again. */
    public Outcome<Followers, PointsFact> part(String later) {
        return reports.stream()
                .filter(report -> report.reportId().equals(later) && !report.parted())
                .findFirst()
                .map(report -> with(new Later(later, report.observer(), true)))
                .orElseGet(Outcome::unchanged);
    }

    /** The observers who follow it now, each once. */
    public List<String> observers() {
        return observers(report -> !report.parted());
    }

    /** The observers who followed it and do not any more. */
    public List<String> former() {
        return observers(Later::parted).stream()
                .filter(observer -> !observers().contains(observer))
                .toList();
    }

    private List<String> observers(Predicate<Later> which) {
        return reports.stream().filter(which).map(Later::observer).distinct().toList();
    }

    private Outcome<Followers, PointsFact> with(Later last) {
        List<Later> now = new ArrayList<>(reports);
        now.removeIf(report -> report.reportId().equals(last.reportId()));
        now.add(last);
        return Outcome.changed(new Followers(reportId, now), List.of());
    }
}
