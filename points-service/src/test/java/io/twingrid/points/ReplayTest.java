package io.twingrid.points;

import static io.twingrid.points.ReportFacts.invalidated;
import static io.twingrid.points.ReportFacts.resolved;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.RunningService;
import io.twingrid.points.domain.About;
import io.twingrid.points.domain.Award;
import io.twingrid.points.domain.Cause;
import io.twingrid.points.domain.LedgerEntry;
import io.twingrid.points.domain.standing.Boards;
import io.twingrid.points.domain.standing.Standings;
import io.twingrid.points.domain.standing.Standings.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private static final int REPORTS = 30;
    private static final List<String> OBSERVERS = List.of("observer-1", "observer-2", "observer-3");

    /** An entry without its place in the account, which is where the order of arrival shows. */
    private record Said(String observer, Cause cause, Instant at, Award award, About about) {
        static Said by(LedgerEntry entry) {
            About about = entry.about();
            return new Said(
                    entry.observer(),
                    entry.cause(),
                    entry.at(),
                    entry.award(),
                    about.corrects() == null ? about : about.correcting(0));
        }
    }

    private static RunningService first;
    private static int expected;

    @BeforeAll
    static void theTopicIsHeardOnce() {
        first = RunningService.start(PointsService.application());
        expected = tellReports(first);
        awaitEntries(first);
        awaitFacts(first);
    }

    @AfterAll
    static void stop() {
        first.close();
    }

    @Test
    void theTopicReplayedIntoAnEmptyStoreGivesTheSameCreditsToTheByte() {
        Set<Said> said = awaitEntries(first);
        Map<String, String> told = awaitFacts(first);

        try (RunningService second = RunningService.start(
                PointsService.application(),
                "spring.cloud.stream.bindings.reportEvents-in-0.destination=" + first.space() + ".report-events",
                "spring.cloud.stream.bindings.reportEvents-in-0.group=replay-into-empty")) {
            assertThat(awaitEntries(second)).isEqualTo(said);
            assertThat(awaitFacts(second)).isEqualTo(told);
        }
    }

    @Test
    void aFullReplayOfAllTopicsChangesNothing() {
        List<LedgerEntry> before = entriesOf(first);
        List<Row> board = Awaitility.await().until(() -> board(first), rows -> sum(rows) == sum(before));

        try (RunningService again = RunningService.startIn(
                first.space(),
                PointsService.application(),
                "spring.cloud.stream.bindings.reportEvents-in-0.group=replay",
                "spring.cloud.stream.bindings.careEvents-in-0.group=replay",
                "spring.cloud.stream.bindings.pointsEvents-in-0.group=replay")) {
            int onTheTopics = first.facts("report-events").all().size() + expected;
            Awaitility.await("all heard again").until(() -> heard(again) >= onTheTopics);
            assertThat(entriesOf(again)).isEqualTo(before);
            assertThat(board(again)).isEqualTo(board);
            assertThat(first.facts("points-events").all().stream().filter(ReportFacts::isOfAnEntry))
                    .hasSize(expected);
        }
    }

    private static double heard(RunningService service) {
        return service.bean(MeterRegistry.class).find("facts.handled").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private static List<Row> board(RunningService service) {
        return service.bean(Standings.class)
                .rows(Boards.ofObservers("2026-11", null, null), null, 10)
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private static long sum(List<?> of) {
        return of.stream()
                .mapToLong(each -> each instanceof Row row ? row.points() : ((LedgerEntry) each).amount())
                .sum();
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

    private static Set<Said> awaitEntries(RunningService service) {
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

    /** Each fact's data by its id, without what is the order of arrival. */
    private static Map<String, String> awaitFacts(RunningService service) {
        return Awaitility.await(expected + " facts")
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> service.facts("points-events").all().stream()
                                .filter(ReportFacts::isOfAnEntry)
                                .collect(Collectors.toMap(Fact::id, ReplayTest::dataOf, (one, other) -> one)),
                        facts -> facts.size() == expected);
    }

    private static String dataOf(Fact fact) {
        return fact.data().replaceAll("\"(seq|balance|corrects)\":\\d+", "");
    }
}
