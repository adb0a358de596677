package io.twingrid.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.testkit.RunningService;
import io.twingrid.points.Seeding.Appointment;
import io.twingrid.points.Seeding.First;
import io.twingrid.points.domain.observer.Observer;
import io.twingrid.points.domain.observer.Observers;
import io.twingrid.points.domain.standing.Standings;
import io.twingrid.points.domain.standing.Standings.Increment;
import io.twingrid.points.domain.standing.Standings.Row;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What the boards and the first observers rely on, on a real store. */
class MongoStandingsTest {
    private static final int AT_A_TIME = 8;

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(PointsService.application());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aRowCountsAnEntryOnceByHoweverManyAtATime() {
        Flux.range(0, AT_A_TIME)
                .flatMap(i -> add("once", "a", 5, 1).subscribeOn(Schedulers.parallel()))
                .blockLast();
        add("once", "a", 3, 2).block();
        add("once", "a", 5, 1).block();

        assertThat(rows("once", null, 10)).containsExactly(new Row("a", 8));
    }

    @Test
    void aRowOfManyAccountsCountsEachEntryOfEachOnce() {
        Flux.range(0, 5 * AT_A_TIME)
                .flatMap(i -> standings()
                        .add("o.$" + i % 5, 1, List.of(new Increment("sum", "圆通速递", 1 + i % 5)))
                        .subscribeOn(Schedulers.parallel()))
                .blockLast();
        standings().add("o.$0", 2, List.of(new Increment("sum", "圆通速递", 10))).block();

        assertThat(rows("sum", null, 10)).containsExactly(new Row("圆通速递", 1 + 2 + 3 + 4 + 5 + 10));
    }

    @Test
    void aRowThatHasTheEntryAlreadyDoesNotKeepItFromTheOthers() {
        standings().add("both", 1, List.of(new Increment("both", "a", 5))).block();
        standings()
                .add("both", 1, List.of(new Increment("both", "a", 5), new Increment("both", "b", 3)))
                .block();

        assertThat(rows("both", null, 10)).containsExactly(new Row("a", 5), new Row("b", 3));
    }

    @Test
    void progressNeverGoesBack() {
        standings().counted("b", 7).block();
        standings().counted("b", 3).block();

        assertThat(standings().countedUpTo("b").block()).isEqualTo(7);
        assertThat(standings().countedUpTo("nobody").block()).isZero();
    }

    @Test
    void rowsComeHighestFirstAndEqualOnesById() {
        for (Row row : List.of(new Row("c", 5), new Row("a", 5), new Row("d", 9), new Row("b", -1))) {
            add("order", row.name(), row.points(), 1).block();
        }

        assertThat(rows("order", null, 2)).containsExactly(new Row("d", 9), new Row("a", 5));
        assertThat(rows("order", new Row("a", 5), 10)).containsExactly(new Row("c", 5), new Row("b", -1));
        assertThat(rows("another", null, 10)).isEmpty();
    }

    @Test
    void aRestartDoesNotUndoASuspension() {
        Instant since = Instant.parse("2026-04-11T02:00:00Z");
        Observers observers = service.bean(Observers.class);
        Seeding seeding = new Seeding(
                observers,
                new First(List.of(
                        new Appointment("seeded", "邱昌健", null, null, List.of(), List.of(), "2026-SEEDED", since))));
        seeding.prepare().block();
        observers
                .change("seeded", him -> him.suspend("points", "untrue", since))
                .block();

        seeding.prepare().block();

        assertThat(observers.find("seeded").block()).extracting(Observer::state).isEqualTo(Observer.State.SUSPENDED);
        assertThat(observers.ofCredential("2026-SEEDED").block())
                .extracting(Observer::id)
                .isEqualTo("seeded");
        assertThat(service.facts("points-events")
                        .awaitOne("io.twingrid.points.appointed.v1", "seeded")
                        .data())
                .contains("2026-SEEDED");
    }

    private static Mono<Void> add(String board, String observer, long points, long seq) {
        return standings().add(observer, seq, List.of(new Increment(board, observer, points)));
    }

    private static List<Row> rows(String board, @Nullable Row after, int most) {
        return standings()
                .rows(board, after, most)
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private static Standings standings() {
        return service.bean(Standings.class);
    }
}
