package io.twingrid.escalation;

import io.twingrid.escalation.domain.Counter;
import io.twingrid.escalation.domain.FigureFilter;
import io.twingrid.escalation.domain.Figures;
import io.twingrid.escalation.domain.Report;
import io.twingrid.escalation.domain.StreetFact;
import io.twingrid.escalation.store.FigureRows;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Counts what happens at the street by month, community and category, from the facts as they are read. */
public final class StreetFigures {
    private final FigureRows rows;
    private final ZoneId zone;

    StreetFigures(FigureRows rows, ZoneId zone) {
        this.rows = rows;
        this.zone = zone;
    }

    /** Everything is to be counted anew. */
    Mono<Void> forget() {
        return rows.forget();
    }

    /** A case came up. */
    public Mono<Void> received(String factId, Report report, Instant at) {
        return count(factId, report, at, EnumSet.of(Counter.RECEIVED));
    }

    /** The street told something. */
    public Mono<Void> told(String factId, Report report, StreetFact fact) {
        return count(factId, report, fact.at(), Counter.of(fact));
    }

    /**
     * The reporter judged a resolution.
     *
     * @param resolvedAt whose month it is counted in
     * @param counts by how much the figures change
     */
    public Mono<Void> judged(String factId, Report report, Instant resolvedAt, Map<Counter, Integer> counts) {
        return rows.count(factId, report, monthOf(resolvedAt), counts);
    }

    /** The figures that a filter leaves. */
    public Mono<Figures> sum(FigureFilter filter) {
        return rows.sum(filter);
    }

    /** The town's month at a moment. */
    public YearMonth monthOf(Instant moment) {
        return YearMonth.from(moment.atZone(zone));
    }

    private Mono<Void> count(String factId, Report report, Instant at, Set<Counter> what) {
        return rows.count(
                factId, report, monthOf(at), what.stream().collect(Collectors.toMap(counter -> counter, counter -> 1)));
    }
}
