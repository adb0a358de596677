package io.twingrid.intake.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes reports of drafts that {@link DraftCheck} has passed. */
public final class Drafts {
    private final ZoneId zone;
    private final List<FlagRule> rules;

    /**
     * Makes reports of a town.
     *
     * @param zone in which the town counts its days
     * @param rules what is noticed of a report when it comes in
     */
    public Drafts(ZoneId zone, List<FlagRule> rules) {
        this.zone = zone;
        this.rules = List.copyOf(rules);
    }

    /**
     * The report that a draft makes.
     *
     * @param flags what was noticed already
     */
    public Report accept(
            Draft draft, String id, Instant at, Report.@Nullable Reporter reporter, String channel, List<Flag> flags) {
        return new Report(
                id,
                ReportNumber.of(id, at, zone),
                at,
                reporter,
                Objects.requireNonNull(draft.category()),
                Objects.requireNonNull(draft.description()),
                Objects.requireNonNull(draft.place()),
                draft.address(),
                draft.photos(),
                draft.handledOnSpot(),
                draft.attributes(),
                channel,
                draft.accuracy(),
                Stream.concat(rules.stream().flatMap(rule -> rule.of(draft).stream()), flags.stream())
                        .toList());
    }
}
