package io.twingrid.points.domain;

import java.util.function.ToLongFunction;

/**
 * A reason to give points for a resolved report.
 *
 * @param name how the rule is called in an entry's parts; entries keep it for ever
 * @param points what it gives for a report: 0 or more points
 */
record AwardRule(String name, ToLongFunction<ResolvedReport> points) {

    /** The report was resolved: what the catalogue gives for its category. */
    static AwardRule resolvedReport(Catalogue catalogue) {
        return new AwardRule("resolved-report", report -> catalogue.pointsFor(report.category()));
    }

    /** The report was more urgent than others. */
    static AwardRule priorityBonus(Catalogue catalogue) {
        return new AwardRule("priority-bonus", report -> catalogue.bonusFor(report.priority()));
    }

    /** The observer dealt with it himself. */
    static AwardRule handledOnTheSpot(Catalogue catalogue) {
        return new AwardRule(
                "handled-on-the-spot",
                report -> report.handledOnSpot() ? catalogue.points().handledOnSpot() : 0);
    }
}
