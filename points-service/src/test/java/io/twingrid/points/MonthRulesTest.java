package io.twingrid.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.twingrid.points.domain.Award.Part;
import io.twingrid.points.domain.AwardRules;
import io.twingrid.points.domain.Catalogue;
import io.twingrid.points.domain.Catalogue.Category;
import io.twingrid.points.domain.Catalogue.Points;
import io.twingrid.points.domain.LedgerEntry;
import io.twingrid.points.domain.Resolution;
import io.twingrid.points.domain.ResolvedReport;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** First of its kind, caps a day and a month: by the time of the facts, whatever the order in which they come. */
class MonthRulesTest {
    private static final Instant NINE = Instant.parse("2026-11-22T01:00:00Z");
    private static final AwardRules RULES = AwardRules.of(
            new Catalogue(
                    new Points(Map.of(), 0, 2, 5, 20, 50), List.of(new Category("01037", 8), new Category("06010", 9))),
            ZoneId.of("Asia/Shanghai"));

    private final InMemoryLedgerEntries entries = new InMemoryLedgerEntries();
    private final Credits credits = creditsOn(entries);

    @Test
    void theFirstOfItsKindInAMonthEarnsMore() {
        credit("r-1", NINE);
        credit("r-2", NINE.plusSeconds(1));

        assertThat(partsOf("r-1")).containsExactly(new Part("resolved-report", 8), new Part("first-of-its-kind", 5));
        assertThat(partsOf("r-2")).containsExactly(new Part("resolved-report", 8));
    }

    @Test
    void aDayEarnsItsCapAndNoMore() {
        for (int i = 1; i <= 4; i++) {
            credit("r-" + i, NINE.plusSeconds(i));
        }

        assertThat(partsOf("r-3")).containsExactly(new Part("resolved-report", 8), new Part("day-cap", -4));
        assertThat(partsOf("r-4")).containsExactly(new Part("resolved-report", 8), new Part("day-cap", -8));
        assertThat(balance()).isEqualTo(20 + 5);
    }

    @Test
    void theNextDayBeginsAtTheTownsMidnight() {
        Instant beforeMidnight = Instant.parse("2026-11-22T15:59:59Z");
        for (int i = 1; i <= 3; i++) {
            credit("r-" + i, beforeMidnight);
        }
        credit("r-4", beforeMidnight.plusSeconds(1));

        assertThat(partsOf("r-4")).containsExactly(new Part("resolved-report", 8));
    }

    @Test
    void aMonthEarnsItsCapAndNoMore() {
        for (int day = 0; day < 4; day++) {
            for (int i = 0; i < 2; i++) {
                credit("r-" + day + "-" + i, NINE.minus(Duration.ofDays(day)).plusSeconds(i));
            }
        }

        assertThat(balance()).isEqualTo(50 + 5);
    }

    @Test
    void whoseFactComesLateTakesHisPlaceAndTheOthersMove() {
        credit("r-2", NINE.plusSeconds(2));
        credit("r-3", NINE.plusSeconds(3));
        credit("r-4", NINE.plusSeconds(4));
        credit("r-1", NINE.plusSeconds(1));

        assertThat(partsOf("r-1"))
                .containsExactly(
                        new Part("resolved-report", 8),
                        new Part("first-of-its-kind", 5),
                        new Part("first-of-its-kind", -5, "r-2"),
                        new Part("day-cap", -4, "r-3"),
                        new Part("day-cap", -4, "r-4"));
        assertThat(balance()).isEqualTo(20 + 5);
    }

    @Test
    void whatAFollowerEarnsCountsTowardsTheCapsButIsNotTheFirstOfAnyKind() {
        credit("r-1", NINE.plusSeconds(1));
        credit("r-2", NINE.plusSeconds(2));
        credit("r-3", NINE.plusSeconds(4));
        Resolution followed =
                new Resolution("m", "observer-2", "grid", "06010", "NORMAL", false, NINE.plusSeconds(3), "tieshan");
        credits.creditFollower(followed, "observer-1").block();

        assertThat(partsOf("m")).containsExactly(new Part("follower", 2), new Part("day-cap", -2, "r-3"));
        assertThat(balance()).isEqualTo(20 + 5);

        credits.reverseFollowing("m", "observer-1", NINE).block();
        assertThat(entries.all().getLast().award().parts()).containsExactly(new Part("follower", -2));
        Invariants.hold(entries.all());
    }

    @Test
    void aReversalTakesWhatTheReportHasByThenNotWhatItOnceHad() {
        credit("r-2", NINE.plusSeconds(2));
        credit("r-1", NINE.plusSeconds(1));

        credits.reverseResolution("r-2", NINE).block();

        assertThat(entries.all().getLast().award().parts()).containsExactly(new Part("resolved-report", -8));
        assertThat(balance()).isEqualTo(8 + 5);
        Invariants.hold(entries.all());
    }

    /** The same facts in any order: each report has earned the same in the end, part by part. */
    @RepeatedTest(50)
    void theOrderInWhichFactsComeChangesNoReportsPoints(TestReporter reporter) {
        long seed = new Random().nextLong();
        reporter.publishEntry("seed", Long.toString(seed));
        List<ResolvedReport> reports = someReports(new Random(seed));
        InMemoryLedgerEntries inOrder = new InMemoryLedgerEntries();
        InMemoryLedgerEntries shuffled = new InMemoryLedgerEntries();

        play(reports, inOrder);
        Collections.shuffle(reports, new Random(seed));
        play(reports, shuffled);

        assertThat(earned(shuffled)).as("seed %d", seed).isEqualTo(earned(inOrder));
        Invariants.hold(shuffled.all());
    }

    private static List<ResolvedReport> someReports(Random random) {
        List<ResolvedReport> reports = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            Instant at = NINE.minus(Duration.ofHours(random.nextInt(200)));
            String category = random.nextBoolean() ? "01037" : "06010";
            reports.add(new ResolvedReport("r-" + i, "observer-1", category, "NORMAL", false, at, null));
        }
        return reports;
    }

    private static void play(List<ResolvedReport> reports, InMemoryLedgerEntries into) {
        Credits credits = creditsOn(into);
        for (ResolvedReport report : reports) {
            credits.creditResolution(report).block();
            if (report.reportId().endsWith("3")) {
                credits.reverseResolution(report.reportId(), report.at()).block();
            }
            credits.creditResolution(report).block();
        }
    }

    /** What each report has earned, by rule. */
    private static Map<String, Map<String, Long>> earned(InMemoryLedgerEntries account) {
        Map<String, Map<String, Long>> earned = new TreeMap<>();
        account.all().forEach(entry -> entry.award().parts().stream()
                .filter(part -> !part.rule().equals("owed"))
                .forEach(part -> earned.computeIfAbsent(
                                String.valueOf(part.of() == null ? entry.reportId() : part.of()),
                                report -> new TreeMap<>())
                        .merge(part.rule(), part.points(), Long::sum)));
        earned.values().forEach(rules -> rules.values().removeIf(points -> points == 0));
        return earned;
    }

    private static Credits creditsOn(InMemoryLedgerEntries entries) {
        return new Credits(
                new Ledger(entries, "points", World.RACING, new SimpleMeterRegistry()), entries, () -> RULES);
    }

    private void credit(String report, Instant at) {
        credits.creditResolution(new ResolvedReport(report, "observer-1", "01037", "NORMAL", false, at, null))
                .block();
    }

    private List<Part> partsOf(String report) {
        return entries.all().stream()
                .filter(entry -> report.equals(entry.reportId()))
                .findFirst()
                .orElseThrow()
                .award()
                .parts();
    }

    private long balance() {
        return entries.all().stream().mapToLong(LedgerEntry::amount).sum();
    }
}
