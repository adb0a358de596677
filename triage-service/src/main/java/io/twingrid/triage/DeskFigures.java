package io.twingrid.triage;

import io.twingrid.triage.domain.Contribution;
import io.twingrid.triage.store.Tallies;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What is counted of the cases, read from counters: as quick for a million cases as for ten. */
public final class DeskFigures {
    private final Tallies tallies;

    DeskFigures(Tallies tallies) {
        this.tallies = tallies;
    }

    /**
     * How many cases are at the desks of areas.
     *
     * @param areas ids; null for all of the town
     * @return by {@code state:light}
     */
    public Mono<Map<String, Long>> desk(@Nullable Set<String> areas) {
        return sum(places(areas).stream().map(Contribution::desk).toList());
    }

    /**
     * The figures of the reports that were submitted in some months.
     *
     * @param areas ids; null for all of the town
     * @param category null for all
     */
    public Mono<Map<String, Long>> figures(
            @Nullable Set<String> areas, @Nullable String category, List<YearMonth> months) {
        List<String> counters = new ArrayList<>();
        for (String area : places(areas)) {
            for (YearMonth month : months) {
                counters.add(
                        Contribution.figures(area, category == null ? Contribution.ALL : category, month.toString()));
            }
        }
        return sum(counters);
    }

    /** The figures of an observer's reports of some months. */
    public Mono<Map<String, Long>> observer(String id, List<YearMonth> months) {
        return sum(months.stream()
                .map(month -> Contribution.observer(id, month.toString()))
                .toList());
    }

    private static Collection<String> places(@Nullable Set<String> areas) {
        return areas == null ? Set.of(Contribution.ALL) : areas;
    }

    private Mono<Map<String, Long>> sum(List<String> counters) {
        return tallies.read(counters).map(found -> {
            Map<String, Long> sum = new TreeMap<>();
            found.values().forEach(fields -> fields.forEach((field, n) -> sum.merge(field, n, Long::sum)));
            return sum;
        });
    }
}
