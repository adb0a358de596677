package io.twingrid.points.domain;

import java.util.List;

/** All reasons to give points for a resolved report. What is credited is the sum of what they give. */
public final class AwardRules {
    private final List<AwardRule> rules;

    AwardRules(List<AwardRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** The rules as a town's catalogue sets their amounts. */
    public static AwardRules of(Catalogue catalogue) {
        return new AwardRules(List.of(
                AwardRule.resolvedReport(catalogue),
                AwardRule.priorityBonus(catalogue),
                AwardRule.handledOnTheSpot(catalogue)));
    }

    /**
     * What a resolved report earns its observer. It depends on the report and the catalogue alone, not on when or in what
     * order facts arrive.
     *
     * @throws UnknownCategoryException if the catalogue does not have the report's category
     */
    public Award awardFor(ResolvedReport report) {
        return new Award(rules.stream()
                .map(rule -> new Award.Part(rule.name(), rule.points().applyAsLong(report)))
                .filter(part -> part.points() != 0)
                .toList());
    }
}
