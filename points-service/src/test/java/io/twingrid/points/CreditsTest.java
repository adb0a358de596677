package io.twingrid.points;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.twingrid.chassis.change.Result;
import io.twingrid.chassis.change.Result.Kind;
import io.twingrid.points.domain.Account;
import io.twingrid.points.domain.AwardRules;
import io.twingrid.points.domain.Catalogue;
import io.twingrid.points.domain.Catalogue.Category;
import io.twingrid.points.domain.Catalogue.Points;
import io.twingrid.points.domain.LedgerEntries;
import io.twingrid.points.domain.LedgerEntry;
import io.twingrid.points.domain.PointsFact.Credited;
import io.twingrid.points.domain.PointsFact.Reversed;
import io.twingrid.points.domain.ResolvedReport;
import io.twingrid.points.domain.UnknownCategoryException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import reactor.core.publisher.Mono;

class CreditsTest {
    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");
    private static final int MOST_RACES = World.RACING.most();
    private static final AwardRules RULES = AwardRules.of(
            new Catalogue(
                    new Points(Map.of("HIGH", 5, "URGENT", 10), 3, null, null, null, null),
                    List.of(new Category("01037", 8), new Category("06999", 0))),
            ZoneId.of("Asia/Shanghai"));

    private final InMemoryLedgerEntries entries = new InMemoryLedgerEntries();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Credits credits = creditsOn(entries);

    @Test
    void aResolvedReportIsCredited() {
        Result<Account> result = credit("r-1", "observer-1");

        assertThat(result.kind()).isEqualTo(Kind.CHANGED);
        assertThat(result.aggregate()).isEqualTo(Account.after(entries.all().getLast()));
        assertThat(entries.told()).containsExactly(new Credited("observer-1", NINE, 1, 8, 8, "resolved:r-1", "r-1"));
    }

    @Test
    void aRedeliveredResolutionCreditsNothing() {
        credit("r-1", "observer-1");

        assertThat(credit("r-1", "observer-1").kind()).isEqualTo(Kind.UNCHANGED);
        assertThat(entries.all()).hasSize(1);
        assertThat(entries.told()).hasSize(1);
    }

    @Test
    void aReportThatIsResolvedAgainAfterReopeningIsCreditedOnce() {
        credit("r-1", "observer-1");
        ResolvedReport byTheStreet = new ResolvedReport("r-1", "observer-1", "01037", "URGENT", false, TEN);

        assertThat(credits.creditResolution(byTheStreet).block())
                .extracting(Result::kind)
                .isEqualTo(Kind.UNCHANGED);
        assertThat(entries.all()).hasSize(1);
    }

    @Test
    void aCategoryWithoutPointsAddsNoEntry() {
        ResolvedReport worthless = new ResolvedReport("r-1", "observer-1", "06999", "NORMAL", false, NINE);

        assertThat(credits.creditResolution(worthless).block())
                .extracting(Result::kind)
                .isEqualTo(Kind.UNCHANGED);
        assertThat(entries.all()).isEmpty();
    }

    @Test
    void anUnknownCategoryIsAnErrorAndAddsNoEntry() {
        Mono<?> credit =
                credits.creditResolution(new ResolvedReport("r-1", "observer-1", "99999", "NORMAL", false, NINE));

        assertThatThrownBy(credit::block).isInstanceOf(UnknownCategoryException.class);
        assertThat(entries.all()).isEmpty();
    }

    @Test
    void anInvalidatedReportLosesExactlyWhatItWasCredited() {
        credits.creditResolution(new ResolvedReport("r-1", "observer-1", "01037", "HIGH", true, NINE))
                .block();
        credit("r-2", "observer-1");

        assertThat(credits.reverseResolution("r-1", TEN).block())
                .extracting(result -> result.aggregate().balance())
                .isEqualTo(8L);
        assertThat(entries.told())
                .last()
                .isEqualTo(new Reversed("observer-1", TEN, 3, -16, 8, "invalidated:r-1", "r-1", 1));
        Invariants.hold(entries.all());
    }

    @Test
    void aRedeliveredInvalidationReversesNothing() {
        credit("r-1", "observer-1");
        credits.reverseResolution("r-1", TEN).block();

        assertThat(credits.reverseResolution("r-1", TEN).block())
                .extracting(Result::kind)
                .isEqualTo(Kind.UNCHANGED);
        assertThat(entries.all()).hasSize(2);
    }

    @Test
    void anInvalidatedReportThatEarnedNothingLosesNothing() {
        assertThat(credits.reverseResolution("r-1", TEN).blockOptional()).isEmpty();
        assertThat(entries.all()).isEmpty();
    }

    @Test
    void whoLosesARaceForASeqTakesTheNext() {
        Credits slow = creditsOn(overtaken(MOST_RACES));

        slow.creditResolution(report("mine", "observer-1")).block();

        assertThat(entries.all()).hasSize(MOST_RACES + 1);
        assertThat(entries.all().getLast().reportId()).isEqualTo("mine");
        assertThat(metrics.get("ledger.races.lost").counter().count()).isEqualTo(MOST_RACES);
        Invariants.hold(entries.all());
    }

    @Test
    void racesAreBounded() {
        Mono<?> hopeless = creditsOn(overtaken(MOST_RACES + 1)).creditResolution(report("mine", "observer-1"));

        assertThatThrownBy(hopeless::block).hasMessageContaining("lost " + MOST_RACES + " races");
        Invariants.hold(entries.all());
    }

    @Test
    void aCreditWhoseAnswerWasLostIsNotGivenAgain() {
        Credits unlucky = creditsOn(new TroubledLedgerEntries(
                entries, append -> append.then(Mono.error(new UncheckedIOException(new IOException("cut off"))))));
        assertThatThrownBy(() ->
                        unlucky.creditResolution(report("r-1", "observer-1")).block())
                .isInstanceOf(UncheckedIOException.class);

        assertThat(credit("r-1", "observer-1").kind()).isEqualTo(Kind.UNCHANGED);
        assertThat(entries.all()).hasSize(1);
    }

    @RepeatedTest(20)
    void theOrderOfReportsChangesNoCredit(TestReporter reporter) {
        long seed = new Random().nextLong();
        reporter.publishEntry("seed", Long.toString(seed));

        shuffledOverReports(new Random(seed)).forEach(Mono::block);

        Map<String, List<LedgerEntry>> accounts = entries.all().stream().collect(groupingBy(LedgerEntry::observer));
        assertThat(accounts).as("seed %d", seed).hasSize(4);
        accounts.values().forEach(Invariants::hold);
        accounts.forEach((observer, account) -> {
            // Ten reports of 8 each; every third report of all was invalidated.
            long invalidated =
                    account.stream().filter(entry -> entry.corrects() != null).count();
            assertThat(account).as("seed %d: %s", seed, observer).hasSize(10 + (int) invalidated);
            assertThat(account.stream().mapToLong(LedgerEntry::amount).sum())
                    .as("seed %d: balance of %s", seed, observer)
                    .isEqualTo(8 * (10 - invalidated));
        });
        assertThat(entries.told().stream().filter(Reversed.class::isInstance)).hasSize(14);
    }

    /** Facts of forty reports by four observers, each delivered twice; in order within a report, in any order over reports. */
    private List<Mono<?>> shuffledOverReports(Random random) {
        List<Queue<Mono<?>>> keys = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            ResolvedReport report = report("r-" + i, "observer-" + i % 4);
            List<Mono<?>> facts = new ArrayList<>(List.of(credits.creditResolution(report)));
            if (i % 3 == 0) {
                facts.add(credits.reverseResolution(report.reportId(), TEN));
            }
            Queue<Mono<?>> deliveredTwice = new ArrayDeque<>(facts);
            deliveredTwice.addAll(facts);
            keys.add(deliveredTwice);
        }
        List<Mono<?>> shuffled = new ArrayList<>();
        while (!keys.isEmpty()) {
            Queue<Mono<?>> key = keys.get(random.nextInt(keys.size()));
            shuffled.add(key.remove());
            keys.removeIf(Queue::isEmpty);
        }
        return shuffled;
    }

    /** Entries where somebody else is quicker, so many times. */
    private LedgerEntries overtaken(int times) {
        AtomicInteger left = new AtomicInteger(times);
        return new TroubledLedgerEntries(
                entries,
                append -> Mono.defer(() -> {
                    int more = left.getAndDecrement();
                    return more <= 0
                            ? append
                            : credits.creditResolution(report("theirs-" + more, "observer-1"))
                                    .then(append);
                }));
    }

    private Credits creditsOn(LedgerEntries store) {
        return new Credits(new Ledger(store, "points", World.RACING, metrics), store, () -> RULES);
    }

    private Result<Account> credit(String reportId, String observer) {
        return credits.creditResolution(report(reportId, observer))
                .blockOptional()
                .orElseThrow();
    }

    private static ResolvedReport report(String reportId, String observer) {
        return new ResolvedReport(reportId, observer, "01037", "NORMAL", false, NINE);
    }
}
