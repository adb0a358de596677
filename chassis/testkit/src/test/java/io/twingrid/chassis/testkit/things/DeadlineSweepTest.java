package io.twingrid.chassis.testkit.things;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.ServerAddress;
import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.twingrid.chassis.ServiceSettings;
import io.twingrid.chassis.change.ChangeStore;
import io.twingrid.chassis.change.DeadlineSweep;
import io.twingrid.chassis.change.OutboxRelay;
import io.twingrid.chassis.change.Outcome;
import io.twingrid.chassis.change.SweepSettings;
import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.RunningService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Bells that ring when the clock says so; the clock is the test's. */
class DeadlineSweepTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00Z");
    private static @Nullable RunningService service;

    private final List<DeadlineSweep<Bell, Bell.Rang>> sweeps = new ArrayList<>();
    private final Queue<String> calls = new ConcurrentLinkedQueue<>();
    private final ChangeStore<Bell, Bell.Rang> bells = newStore();
    private volatile Instant now = NINE;

    @BeforeAll
    static void start() {
        service = RunningService.start(ThingService.application());
    }

    @AfterAll
    static void stop() {
        service().close();
    }

    @BeforeEach
    void nine() {
        now = NINE;
    }

    @AfterEach
    void stopSweeps() {
        sweeps.forEach(DeadlineSweep::stop);
    }

    @Test
    void nothingHappensEarly() {
        hang("due", NINE);
        hang("later", NINE.plusMillis(1));
        sweep(this::ring);

        awaitRung("due", 1);
        hang("the next look has passed", NINE);
        awaitRung("the next look has passed", 1);
        assertThat(rung("later")).isZero();

        now = NINE.plusMillis(1);
        awaitRung("later", 1);
    }

    @Test
    void whatWasMissedTakesEffectOnceInOrder() {
        hang("a", NINE.plusSeconds(1), NINE.plusSeconds(4));
        hang("b", NINE.plusSeconds(2), NINE.plusSeconds(3), NINE.plusSeconds(5));
        hang("c", NINE.plusSeconds(9));
        now = NINE.plusSeconds(8);

        sweep(this::ring);

        awaitRung("b", 3);
        assertThat(calls).containsExactly("a1", "b1", "b2", "a2", "b3");
        assertThat(rung("c")).isZero();
    }

    @Test
    void anyNumberOfInstancesMaySweep() {
        List<String> ids = IntStream.range(0, 30)
                .mapToObj(i -> "bell-" + UUID.randomUUID())
                .toList();
        ids.forEach(id -> hang(id, NINE, NINE.plusSeconds(1), NINE.plusSeconds(2)));
        now = NINE.plusSeconds(2);

        IntStream.range(0, 4).forEach(i -> sweep(this::ring));

        ids.forEach(id -> awaitRung(id, 3));
        ids.forEach(id -> assertThat(rungFacts(id, 3))
                .as("facts of %s", id)
                .extracting(Fact::data)
                .satisfiesExactly(
                        first -> assertThat(first).contains("\"count\":1"),
                        second -> assertThat(second).contains("\"count\":2"),
                        third -> assertThat(third).contains("\"count\":3")));
    }

    @Test
    void oneThatCannotChangeKeepsNobodyWaiting() {
        hang("stuck", NINE.minusSeconds(9));
        hang("behind it", NINE);

        sweep((bell, moment) -> {
            if (bell.id().startsWith("stuck")) {
                throw new IllegalStateException("the clapper is missing");
            }
            return ring(bell, moment);
        });

        awaitRung("behind it", 1);
    }

    @Test
    void aRefusedWriteKeepsNobodyWaitingEither() {
        hang("stuck", NINE.minusSeconds(9));
        hang("behind it", NINE);

        sweep((bell, moment) -> {
            if (bell.id().startsWith("stuck")) {
                throw new MongoCommandException(new BsonDocument("code", new BsonInt32(10334)), new ServerAddress());
            }
            return ring(bell, moment);
        });

        awaitRung("behind it", 1);
        assertThat(stuck()).isEqualTo(1);

        wait(Mono.from(bells.documents().deleteOne(Filters.eq("_id", "stuck"))).then());
        Awaitility.await("somebody else's mending to be seen").atMost(PATIENCE).until(() -> stuck() == 0);
    }

    private double stuck() {
        return service()
                .bean(MeterRegistry.class)
                .get("deadlines.stuck")
                .tag("collection", bells.documents().getNamespace().getCollectionName())
                .gauge()
                .value();
    }

    @Test
    void noLookIsTakenBeforeWhatComesFirst() {
        hang("waits for the backlog", NINE);
        Sinks.Empty<Void> backlog = Sinks.empty();
        sweep(bells, this::ring, backlog.asMono());

        ChangeStore<Bell, Bell.Rang> others = newStore();
        wait(others.create("other", null, new Bell("other", List.of(NINE), 0), List.of())
                .then());
        sweep(others, this::ring, Mono.empty());
        Awaitility.await("a sweep that began later to be at work")
                .atMost(PATIENCE)
                .until(() -> calls.contains("other1"));
        assertThat(rung("waits for the backlog")).isZero();

        backlog.tryEmitEmpty().orThrow();
        awaitRung("waits for the backlog", 1);
    }

    private Outcome<Bell, Bell.Rang> ring(Bell bell, Instant moment) {
        Outcome<Bell, Bell.Rang> outcome = bell.ring(moment);
        calls.add(bell.id() + (bell.rung() + 1));
        return outcome;
    }

    private void sweep(BiFunction<Bell, Instant, Outcome<Bell, Bell.Rang>> onDue) {
        sweep(bells, onDue, Mono.empty());
    }

    private void sweep(
            ChangeStore<Bell, Bell.Rang> store,
            BiFunction<Bell, Instant, Outcome<Bell, Bell.Rang>> onDue,
            Mono<Void> first) {
        DeadlineSweep<Bell, Bell.Rang> sweep = new DeadlineSweep<>(
                store,
                "next",
                onDue,
                new SweepSettings(Duration.ofMillis(20)),
                clock(),
                service().bean(MeterRegistry.class),
                first);
        sweeps.add(sweep);
        sweep.start();
    }

    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }

    private void hang(String id, Instant... times) {
        wait(bells.create(id, null, new Bell(id, List.of(times), 0), List.of()).then());
    }

    private void awaitRung(String id, int times) {
        Awaitility.await(id + " rang " + times + " times").atMost(PATIENCE).until(() -> rung(id) == times);
    }

    private int rung(String id) {
        return Objects.requireNonNull(bells.find(id).block(PATIENCE))
                .aggregate()
                .rung();
    }

    private List<Fact> rungFacts(String id, int count) {
        return Awaitility.await(count + " facts of " + id)
                .atMost(PATIENCE)
                .until(
                        () -> service().facts("grown").all(id).stream()
                                .distinct()
                                .toList(),
                        facts -> facts.size() >= count);
    }

    private static void wait(Mono<Void> work) {
        work.block(PATIENCE);
    }

    private static ChangeStore<Bell, Bell.Rang> newStore() {
        String name = "bells-" + UUID.randomUUID().toString().substring(0, 8);
        return service()
                .bean(OutboxRelay.class)
                .store(
                        service().bean(MongoDatabase.class),
                        name,
                        service().bean(ServiceSettings.class).topic("grown"),
                        new BellMapping());
    }

    private static RunningService service() {
        return Objects.requireNonNull(service);
    }
}
