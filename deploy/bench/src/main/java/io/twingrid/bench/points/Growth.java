package io.twingrid.bench.points;

import io.twingrid.chassis.change.Outcome.Changed;
import io.twingrid.points.Credits;
import io.twingrid.points.Ledger;
import io.twingrid.points.domain.About;
import io.twingrid.points.domain.Account;
import io.twingrid.points.domain.Award;
import io.twingrid.points.domain.Cause;
import io.twingrid.points.domain.LedgerEntries;
import io.twingrid.points.domain.LedgerEntry;
import io.twingrid.points.domain.PointsFact;
import io.twingrid.points.domain.ResolvedReport;
import io.twingrid.points.domain.standing.Standings;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Credits reports and says how fast that goes, and what a reader waits, at several sizes of the ledger. Between the sizes it is filled up with
 * entries as the rules make them, inserted without being told, which is quicker; what is measured is credited as ever.
 */
final class Growth {
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private static final int SMALLEST = 10_000;
    private static final int OBSERVERS = 1_000;
    /** One entry in so many is the heavy observer's: a hundred thousand of a million. */
    private static final int HEAVY_SHARE = 10;

    private static final int MEASURED = 8_000;
    private static final int CREDITS_SIDE_BY_SIDE = 16;
    private static final int INSERTS_SIDE_BY_SIDE = 64;
    private static final int READS = 500;
    private static final String HEAVY = "observer-heavy";
    private static final String LIGHT = "observer-light";

    private final Credits credits;
    private final Ledger ledger;
    private final LedgerEntries entries;
    private final Standings standings;
    private final Map<String, Account> accounts = new HashMap<>();
    private int made;

    Growth(ApplicationContext service) {
        this.credits = service.getBean(Credits.class);
        this.ledger = service.getBean(Ledger.class);
        this.entries = service.getBean(LedgerEntries.class);
        this.standings = service.getBean(Standings.class);
    }

    void run(int most) {
        insert(LIGHT, 10);
        credit(SMALLEST / 2);
        System.out.println("| entries | appends/s | balance of 10, of n/10 entries | first page of 10, of n/10 |");
        System.out.println("|---|---|---|---|");
        for (int size = SMALLEST; size <= most; size *= 10) {
            insert(size - MEASURED - made);
            Duration took = credit(MEASURED);
            System.out.printf(
                    "| %,d | %,.0f | %s, %s | %s, %s |%n",
                    size,
                    MEASURED / (took.toNanos() / 1e9),
                    median(() -> ledger.account(LIGHT)),
                    median(() -> ledger.account(HEAVY)),
                    median(() -> firstPage(LIGHT)),
                    median(() -> firstPage(HEAVY)));
        }
    }

    /** Fills up, and lets the boards begin behind what was filled in. */
    private void insert(int number) {
        accounts.keySet()
                .forEach(observer -> accounts.put(
                        observer, ledger.account(observer).blockOptional().orElseThrow()));
        Flux.range(made, Math.max(0, number))
                .map(i -> next(observer(i), "filled-" + i))
                .flatMap(entry -> entries.append(entry, List.of()), INSERTS_SIDE_BY_SIDE)
                .blockLast();
        made += Math.max(0, number);
        accounts.forEach((observer, account) ->
                standings.counted(observer, account.entries()).block());
    }

    private void insert(String observer, int number) {
        Flux.range(0, number)
                .map(i -> next(observer, "first-" + i))
                .concatMap(entry -> entries.append(entry, List.of()))
                .blockLast();
    }

    private LedgerEntry next(String observer, String report) {
        Account account = accounts.computeIfAbsent(
                observer, whose -> ledger.account(whose).blockOptional().orElseThrow());
        var outcome = account.credit(
                Cause.resolved(report), NOON, Award.of("resolved-report", 8), About.NOTHING.in("tieshan"));
        if (outcome instanceof Changed<LedgerEntry, PointsFact> changed) {
            accounts.put(observer, Account.after(changed.after()));
            return changed.after();
        }
        throw new IllegalStateException("nothing was credited");
    }

    private Duration credit(int number) {
        long start = System.nanoTime();
        Flux.range(made, number)
                .flatMap(i -> credits.creditResolution(report(i)), CREDITS_SIDE_BY_SIDE)
                .then()
                .block();
        made += number;
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static ResolvedReport report(int i) {
        return new ResolvedReport("report-" + i, observer(i), "01037", "NORMAL", false, NOON.plusSeconds(i), "tieshan");
    }

    private static String observer(int i) {
        return i % HEAVY_SHARE == 0 ? HEAVY : "observer-of-" + i % OBSERVERS;
    }

    private Mono<?> firstPage(String observer) {
        return ledger.entries(observer, null, 20).collectList();
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
