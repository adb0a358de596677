package io.twingrid.triage.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * 收集研判: what a decision rests on beside the case: where a place belongs, what the catalogue says of a matter, and how
 * time passes. Limits count working time; those of what is urgent run day and night.
 */
public final class TownRules {
    private final AreaMap areas;
    private final Catalogue catalogue;
    private final WorkingTime working;
    private final Duration feedbackWindow;

    /**
     * The rules of a town.
     *
     * @param feedbackWindow how long a case waits for a word of the reporter before it closes by itself
     */
    public TownRules(AreaMap areas, Catalogue catalogue, WorkingTime working, Duration feedbackWindow) {
        this.areas = areas;
        this.catalogue = catalogue;
        this.working = working;
        this.feedbackWindow = feedbackWindow;
    }

    /** Its limits run from when it was submitted: the reporter waits from then, however late we read it. */
    public Routing route(Report report, List<String> possibleDuplicates) {
        CategoryRule rule = catalogue.ruleFor(report.category());
        return new Routing(
                areas.areaOf(report.location()),
                rule.level(),
                rule.priority(),
                after(rule.priority(), report.submittedAt(), Duration.ofHours(rule.verifyHours())),
                after(rule.priority(), report.submittedAt(), Duration.ofHours(rule.resolveHours())),
                possibleDuplicates);
    }

    /** When another report may be of the same matter. */
    public Resemblance resemblance(Report report) {
        return catalogue.ruleFor(report.category()).same();
    }

    /** Where a place belongs if it is to be dealt with by a certain community; empty if the town has no such community. */
    Optional<Area> areaIn(String community, Location place) {
        return areas.areaIn(community, place);
    }

    /** When somebody is to have looked if the time begins now. */
    Instant verifyBy(CommunityCase theCase, Instant now) {
        CategoryRule rule = catalogue.ruleFor(theCase.report().category());
        return after(theCase.priority(), now, Duration.ofHours(rule.verifyHours()));
    }

    /** When it is to be settled if the time begins anew. */
    Instant resolveBy(CommunityCase theCase, Instant now) {
        CategoryRule rule = catalogue.ruleFor(theCase.report().category());
        return after(theCase.priority(), now, Duration.ofHours(rule.resolveHours()));
    }

    /** A limit after its clock stood still: as much time is left as there was. What was over is over from now on. */
    Instant moved(Instant limit, Priority priority, Instant stoodFrom, Instant now) {
        Duration left = between(priority, stoodFrom, limit);
        return left.isNegative() ? now : after(priority, now, left);
    }

    /** How long a case waits for a word of the reporter before it closes by itself. */
    public Duration feedbackWindow() {
        return feedbackWindow;
    }

    private Instant after(Priority priority, Instant from, Duration time) {
        return priority == Priority.URGENT ? from.plus(time) : working.add(from, time);
    }

    private Duration between(Priority priority, Instant from, Instant to) {
        return priority == Priority.URGENT ? Duration.between(from, to) : working.between(from, to);
    }
}
