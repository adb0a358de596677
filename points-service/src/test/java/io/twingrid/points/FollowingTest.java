package io.twingrid.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.twingrid.points.domain.About;
import io.twingrid.points.domain.Award;
import io.twingrid.points.domain.Cause;
import io.twingrid.points.domain.standing.Boards;
import io.twingrid.points.domain.standing.Standings;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class FollowingTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant NOVEMBER = Instant.parse("2026-11-22T01:00:00Z");
    /** Already December where the town is. */
    private static final Instant DECEMBER = Instant.parse("2026-11-30T16:00:00Z");

    /** {@code seq} of the last entry. */
    private static final long LAST = 4;

    private final Faults faults = new Faults();
    private final InMemoryLedgerEntries entries = new InMemoryLedgerEntries();
    private final InMemoryObservers observers = new InMemoryObservers();
    private final Rows rows = new Rows();
    private final Following following =
            new Following(entries, faults.on(Standings.class, rows), observers, new Boards(ZONE));

    @BeforeEach
    void anObserverWithFourEntries() {
        observers.add(InMemoryObservers.active("observer-1"), List.of()).block();
        add(Cause.resolved("r-1"), NOVEMBER, 8, "tieshan");
        add(Cause.resolved("r-2"), DECEMBER, 5, "shenqing");
        add(new Cause("redeemed:x"), DECEMBER, -10, null);
        add(Cause.care("t-1"), DECEMBER, 10, null);
    }

    @Test
    void whatWasEarnedCountsInItsPeriodsPlaceAndEmployerAndWhatWasSpentDoesNot() {
        following.follow("observer-1", LAST).block();

        assertThat(rows.points)
                .containsEntry("2026-11|all|observer-1", 8L)
                .containsEntry("2026-12|all|observer-1", 15L)
                .containsEntry("2026-Q4|all|observer-1", 23L)
                .containsEntry("2026|all|observer-1", 23L)
                .containsEntry("2026|area|tieshan|observer-1", 8L)
                .containsEntry("2026|area|shenqing|observer-1", 5L)
                .containsEntry("2026|employer|圆通速递|observer-1", 23L);
    }

    @Test
    void whatItsPeopleEarnCountsForTheEmployerInTheLeague() {
        observers.add(InMemoryObservers.active("observer-2"), List.of()).block();
        add("observer-2", Cause.resolved("r-3"), NOVEMBER, 7, "tieshan");

        following.follow("observer-1", LAST).block();
        following.follow("observer-2", 1).block();
        following.follow("observer-1", LAST).block();

        assertThat(rows.points)
                .containsEntry("2026-11|league|圆通速递", 15L)
                .containsEntry("2026-Q4|league|圆通速递", 30L)
                .containsEntry("2026|league|tieshan|圆通速递", 15L)
                .containsEntry("2026|league|shenqing|圆通速递", 5L);
    }

    @Test
    void heardAgainItChangesNothing() {
        for (int i = 0; i < 3; i++) {
            following.follow("observer-1", LAST).block();
        }
        rows.progress.clear();
        following.follow("observer-1", LAST).block();

        assertThat(rows.points).containsEntry("2026|all|observer-1", 23L);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void cutOffAtAnyCallItIsCountedOnceWhenItIsHeardAgain(boolean afterItIsDone) {
        following.follow("observer-1", LAST).block();
        Map<String, Long> expected = new TreeMap<>(rows.points);
        int call = 0;
        boolean struck = true;
        while (struck) {
            call++;
            rows.clear();
            faults.failAt(call, afterItIsDone);
            following.follow("observer-1", LAST).onErrorComplete().block();
            struck = faults.struck();
            faults.end();
            following.follow("observer-1", LAST).block();
            assertThat(rows.points).as("cut off at call %d", call).isEqualTo(expected);
        }
        assertThat(call).isGreaterThan(8);
    }

    @ParameterizedTest
    @CsvSource({"2026, true", "2026-11, true", "2026-Q4, true", "2026-13, false", "2026-Q5, false", "26, false"})
    void periodsAreMonthsQuartersAndYears(String text, boolean is) {
        assertThat(Boards.isPeriod(text)).isEqualTo(is);
    }

    private void add(Cause cause, Instant at, long points, @Nullable String area) {
        add("observer-1", cause, at, points, area);
    }

    private void add(String observer, Cause cause, Instant at, long points, @Nullable String area) {
        new Ledger(entries, "points", World.RACING, new SimpleMeterRegistry())
                .append(
                        observer,
                        account -> account.credit(cause, at, Award.of("rule", points), About.NOTHING.in(area)))
                .block();
    }

    /** The boards in maps. */
    private static final class Rows implements Standings {
        private final Map<String, Long> points = new TreeMap<>();
        private final Map<String, Long> through = new HashMap<>();
        private final Map<String, Long> progress = new HashMap<>();

        void clear() {
            points.clear();
            through.clear();
            progress.clear();
        }

        @Override
        public Mono<Long> countedUpTo(String observer) {
            return Mono.fromSupplier(() -> progress.getOrDefault(observer, 0L));
        }

        @Override
        public Mono<Void> counted(String observer, long seq) {
            return Mono.fromRunnable(() -> progress.merge(observer, seq, Math::max));
        }

        @Override
        public Mono<Void> add(String observer, long seq, List<Increment> increments) {
            return Mono.fromRunnable(() -> increments.forEach(increment -> {
                String row = increment.board() + "|" + increment.name();
                if (through.getOrDefault(row + observer, 0L) < seq) {
                    through.put(row + observer, seq);
                    points.merge(row, increment.points(), Math::addExact);
                }
            }));
        }

        @Override
        public Flux<Row> rows(String board, @Nullable Row after, int most) {
            return Flux.empty();
        }
    }
}
