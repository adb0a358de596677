package io.twingrid.bench.triage;

import io.twingrid.triage.domain.Report;
import io.twingrid.triage.domain.TownRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.springframework.context.ApplicationContext;

/** Routes reports by the rules of the running service, on one thread. */
final class Routing {
    private static final int AT_LEAST = 20_000;
    private static final Duration WARM_UP_AND_MEASURE = Duration.ofSeconds(5);

    private final ChessboardTown town;
    private final int polygons;
    private final TownRules rules;
    private final Random random = new Random(2);

    Routing(ChessboardTown town, int polygons, ApplicationContext service) {
        this.town = town;
        this.polygons = polygons;
        this.rules = service.getBean(TownRules.class);
    }

    /** Prints the figure; answers whether it is what is asked for. */
    boolean print() {
        perSecond();
        double perSecond = perSecond();
        System.out.printf(
                "| reports routed a second on one core, %,d polygons | %,.0f (at least %,d) |%n",
                polygons, perSecond, AT_LEAST);
        return perSecond >= AT_LEAST;
    }

    private double perSecond() {
        long from = System.nanoTime();
        long end = from + WARM_UP_AND_MEASURE.toNanos();
        long routed = 0;
        long letters = 0;
        while (System.nanoTime() < end) {
            letters += rules.route(report(), List.of()).area().grid().length();
            routed++;
        }
        if (letters < routed) {
            throw new IllegalStateException("a report was routed to nowhere");
        }
        return routed * 1e9 / (System.nanoTime() - from);
    }

    private Report report() {
        return new Report(
                "20261122-7K3M9QXA",
                "01037",
                "路口两盏路灯不亮",
                town.somewhere(random),
                null,
                List.of(),
                null,
                false,
                Instant.EPOCH);
    }
}
