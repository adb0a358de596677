package io.twingrid.bench.points;

import io.twingrid.points.Credits;
import io.twingrid.points.Ledger;
import io.twingrid.points.domain.ResolvedReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Credits reports of many observers and of one, and says how fast that goes and what a reader waits, as the ledger grows. */
final class Growth {
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private static final int OBSERVERS = 1_000;
    private static final int SIDE_BY_SIDE = 16;
    private static final int READS = 200;
    private static final String HEAVY = "observer-0";

    private final Credits credits;
    private final Ledger ledger;

    Growth(ApplicationContext service) {
        this.credits = service.getBean(Credits.class);
        this.ledger = service.getBean(Ledger.class);
    }

    void run(int most) {
        int from = 0;
        // A tenth of each step is measured at its end, so that the figure belongs to that size of the ledger.
        for (int size = 1_000; size <= most; size *= 10) {
            int tail = size - size / 10;
            append(from, tail);
            Duration took = append(tail, size);
            from = size;
            System.out.printf("| %,d entries: appends/s | %,.0f |%n", size, (size - tail) / (took.toNanos() / 1e9));
            System.out.printf(
                    "| %,d entries: balance, first page of %s, median | %s, %s |%n",
                    size, HEAVY, median(() -> ledger.account(HEAVY)), median(() -> ledger.entries(HEAVY, null, 20)
                            .collectList()));
        }
    }

    private Duration append(int from, int to) {
        long start = System.nanoTime();
        Flux.range(from, to - from)
                .flatMap(i -> credits.creditResolution(report(i)), SIDE_BY_SIDE)
                .then()
                .block();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Every tenth report is of one observer, whose account grows long. */
    private static ResolvedReport report(int i) {
        String observer = i % 10 == 0 ? HEAVY : "observer-" + i % OBSERVERS;
        return new ResolvedReport("report-" + i, observer, "01037", "NORMAL", false, NOON.plusSeconds(i));
    }

    private static String median(Supplier<Mono<?>> read) {
        long[] nanos = new long[READS];
        for (int i = 0; i < READS; i++) {
            long start = System.nanoTime();
            read.get().block();
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return "%.2f ms".formatted(nanos[READS / 2] / 1e6);
    }
}
