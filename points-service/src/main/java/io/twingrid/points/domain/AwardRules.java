package io.twingrid.points.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** All reasons to give points for a resolved report. What is credited is the sum of what they give. */
public final class AwardRules {
    private final List<AwardRule> rules;
    private final Award ofAFollower;
    private final MonthRules ofTheMonth;

    private AwardRules(List<AwardRule> rules, Award ofAFollower, MonthRules ofTheMonth) {
        this.rules = List.copyOf(rules);
        this.ofAFollower = ofAFollower;
        this.ofTheMonth = ofTheMonth;
    }

    /** The rules as a town's catalogue sets their amounts; its days and months begin at midnight in {@code zone}. */
    public static AwardRules of(Catalogue catalogue, ZoneId zone) {
        Catalogue.Points points = catalogue.points();
        return new AwardRules(
                List.of(
                        AwardRule.resolvedReport(catalogue),
                        AwardRule.priorityBonus(catalogue),
                        AwardRule.handledOnTheSpot(catalogue)),
                Award.of("follower", catalogue.forFollowing()),
                new MonthRules(points.firstOfKind(), points.dayCap(), points.monthCap(), zone));
    }

    /**
     * What a resolved report earns its observer before the rules that look at other reports. It depends on the report and
     * the catalogue alone, not on when or in what order facts arrive.
     *
     * @throws UnknownCategoryException if the catalogue does not have the report's category
     */
    public Award awardFor(ResolvedReport report) {
        return new Award(rules.stream()
                .map(rule -> new Award.Part(rule.name(), rule.points().applyAsLong(report)))
                .filter(part -> part.points() != 0)
                .toList());
    }

    /** What an observer earns whose report was joined to one that is resolved; nothing unless the catalogue says so. */
    public Award awardForAFollower() {
        return ofAFollower;
    }

    /** Whether a credit depends on the account's other reports of the month. */
    public boolean lookAtTheMonth() {
        return !ofTheMonth.areNone();
    }

    /** The civil month that something at this time counts in, {@code 2026-11}. */
    public String monthOf(Instant at) {
        return ofTheMonth.monthOf(at);
    }

    /**
     * An award together with what the account's other reports of the month make of it.
     *
     * @param about what the award is for
     */
    public Award settled(About about, Instant at, Award award, List<LedgerEntry> month) {
        return award.isNothing() || !lookAtTheMonth() ? award : award.and(ofTheMonth.settle(about, at, award, month));
    }

    /** What a credit's report has earned by now, by its own parts and by those that later credits gave or took. */
    public static Award net(LedgerEntry credit, List<LedgerEntry> month) {
        return MonthRules.net(credit, month);
    }
}
