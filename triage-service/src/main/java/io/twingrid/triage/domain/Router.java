package io.twingrid.triage.domain;

/** 收集研判: routes a report by where it is and what it is. The same report always goes the same way. */
public final class Router {
    private final AreaMap areas;
    private final Catalogue catalogue;
    private final NaturalTime time;

    public Router(AreaMap areas, Catalogue catalogue, NaturalTime time) {
        this.areas = areas;
        this.catalogue = catalogue;
        this.time = time;
    }

    /** Its limits run from when it was submitted: the reporter waits from then, however late we read it. */
    public Routing route(Report report) {
        CategoryRule rule = catalogue.ruleFor(report.category());
        return new Routing(
                areas.areaOf(report.location()),
                rule.level(),
                rule.priority(),
                time.after(report.submittedAt(), rule.verifyHours()),
                time.after(report.submittedAt(), rule.resolveHours()));
    }
}
