package io.twingrid.points;

import static io.twingrid.points.ReportFacts.invalidated;
import static io.twingrid.points.ReportFacts.resolved;
import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.RunningService;
import io.twingrid.points.domain.Award;
import io.twingrid.points.domain.Cause;
import io.twingrid.points.domain.LedgerEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private static final int REPORTS = 30;
    private static final List<String> OBSERVERS = List.of("observer-1", "observer-2", "observer-3");

    /** What an entry says, beside its place in the account. */
    private record Said(
            String observer,
            Cause cause,
            Award award,
            Instant at,
            @Nullable String reportId) {
        static Said by(LedgerEntry entry) {
            return new Said(entry.observer(), entry.cause(), entry.award(), entry.at(), entry.reportId());
        }
    }

    @Test
    void theTopicReplayedIntoAnEmptyStoreGivesTheSameEntriesAndFacts() {
        try (RunningService first = RunningService.start(PointsService.application())) {
            int expected = tellReports(first);
            Set<Said> said = awaitEntries(first, expected);
            Set<String> told = awaitFacts(first, expected);

            try (RunningService second = RunningService.start(
                    PointsService.application(),
                    "spring.cloud.stream.bindings.reportEvents-in-0.destination=" + first.space() + ".report-events",
                    "spring.cloud.stream.bindings.reportEvents-in-0.group=replay")) {
                assertThat(awaitEntries(second, expected)).isEqualTo(said);
                assertThat(awaitFacts(second, expected)).isEqualTo(told);
            }
        }
    }

    /** Every report is resolved, some twice told, every fifth invalidated; answers how many entries that makes. */
    private static int tellReports(RunningService service) {
        var reports = service.facts("report-events");
        int entries = 0;
        for (int i = 0; i < REPORTS; i++) {
            String report = "report-" + i;
            reports.send(resolved(report, OBSERVERS.get(i % OBSERVERS.size())));
            entries++;
            if (i % 4 == 0) {
                reports.send(resolved(report, OBSERVERS.get(i % OBSERVERS.size())));
            }
            if (i % 5 == 0) {
                reports.sendTwice(invalidated(report));
                entries++;
            }
        }
        return entries;
    }

    private static Set<Said> awaitEntries(RunningService service, int expected) {
        List<LedgerEntry> entries = Awaitility.await(expected + " entries")
                .atMost(Duration.ofSeconds(20))
                .until(() -> entriesOf(service), found -> found.size() == expected);
        entries.stream()
                .collect(Collectors.groupingBy(LedgerEntry::observer))
                .values()
                .forEach(Invariants::hold);
        return entries.stream().map(Said::by).collect(Collectors.toSet());
    }

    private static List<LedgerEntry> entriesOf(RunningService service) {
        Ledger ledger = service.bean(Ledger.class);
        return OBSERVERS.stream()
                .flatMap(
                        observer -> ledger.entries(observer, null, 10 * REPORTS).toStream())
                .toList();
    }

    private static Set<String> awaitFacts(RunningService service, int expected) {
        return Awaitility.await(expected + " facts")
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> service.facts("points-events").all().stream()
                                .filter(ReportFacts::isOfAnEntry)
                                .map(Fact::id)
                                .collect(Collectors.toSet()),
                        ids -> ids.size() == expected);
    }
}
