package io.twingrid.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.change.Result;
import io.twingrid.chassis.change.Result.Kind;
import io.twingrid.chassis.testkit.RunningService;
import io.twingrid.points.domain.Account;
import io.twingrid.points.domain.LedgerEntries;
import io.twingrid.points.domain.LedgerEntry;
import io.twingrid.points.domain.ResolvedReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** The ledger on a real store, alone and in a crowd. */
class MongoLedgerEntriesTest implements LedgerEntriesContract {
    private static final int CAUSES = 200;
    private static final int DELIVERIES = 3;
    private static final int THREADS = 8;

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(PointsService.application());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Override
    public LedgerEntries entries() {
        return service.bean(LedgerEntries.class);
    }

    @Test
    void twoHundredCausesDeliveredThriceFromEightThreadsAreTwoHundredCredits(TestReporter reporter)
            throws InterruptedException, ExecutionException {
        long seed = new Random().nextLong();
        reporter.publishEntry("seed", Long.toString(seed));
        List<Callable<Result<Account>>> deliveries = new ArrayList<>();
        for (int i = 0; i < CAUSES; i++) {
            deliveries.addAll(Collections.nCopies(DELIVERIES, resolution("crowd-" + i)));
        }
        Collections.shuffle(deliveries, new Random(seed));

        List<Kind> outcomes = fromManyThreads(deliveries);

        List<LedgerEntry> account = entries()
                .before("observer-in-a-crowd", Long.MAX_VALUE, CAUSES * DELIVERIES)
                .collectList()
                .blockOptional()
                .orElseThrow();
        assertThat(account).as("seed %d", seed).hasSize(CAUSES);
        Invariants.hold(account);
        assertThat(outcomes.stream().filter(Kind.CHANGED::equals)).hasSize(CAUSES);
        assertThat(entries().account("observer-in-a-crowd").block())
                .extracting(Account::entries, Account::balance)
                .containsExactly((long) CAUSES, CAUSES * 8L);
    }

    private static List<Kind> fromManyThreads(List<Callable<Result<Account>>> deliveries)
            throws InterruptedException, ExecutionException {
        List<Kind> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (Future<Result<Account>> done : threads.invokeAll(deliveries)) {
                outcomes.add(done.get().kind());
            }
        }
        return outcomes;
    }

    private static Callable<Result<Account>> resolution(String reportId) {
        Credits credits = service.bean(Credits.class);
        ResolvedReport report = new ResolvedReport(
                reportId, "observer-in-a-crowd", "01037", "NORMAL", false, Instant.parse("2026-11-22T10:05:00Z"));
        return () -> credits.creditResolution(report).blockOptional().orElseThrow();
    }
}
