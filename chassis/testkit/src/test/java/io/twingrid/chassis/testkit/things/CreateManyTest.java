package io.twingrid.chassis.testkit.things;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.change.ChangeStore;
import io.twingrid.chassis.change.Result;
import io.twingrid.chassis.change.Result.Kind;
import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.RunningService;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Many who create at once share a write, and each has his own answer. */
class CreateManyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final RunningService service = RunningService.start(ThingService.application());

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void eachIsMadeOnceHoweverManyAskAtOnce() {
        String run = UUID.randomUUID().toString();
        List<String> asked =
                IntStream.range(0, 600).mapToObj(i -> run + "-" + i % 200).toList();

        List<Result<Thing>> results = Flux.fromIterable(asked)
                .flatMap(CreateManyTest::create, asked.size())
                .collectList()
                .block(PATIENCE);

        assertThat(results).filteredOn(result -> result.kind() == Kind.CHANGED).hasSize(200);
        assertThat(results)
                .filteredOn(result -> result.kind() == Kind.UNCHANGED)
                .hasSize(400);
        List<String> ids = asked.stream().distinct().toList();
        Awaitility.await("a fact about each").atMost(PATIENCE).until(() -> ids.stream()
                .allMatch(id -> factsOf(id) == 1));
        Awaitility.await("nothing to be waiting").atMost(PATIENCE).untilAsserted(() -> assertThat(
                        Flux.from(things().documents().find())
                                .filter(document -> !document.getArray("outbox").isEmpty())
                                .collectList()
                                .block(PATIENCE))
                .isEmpty());
    }

    @Test
    void whatIsTooLargeFailsAloneAndTheOthersAreMade() {
        String run = UUID.randomUUID().toString();
        String large = run + "-" + "x".repeat(17 * 1024 * 1024);
        List<String> ids = List.of(run + "-a", large, run + "-b");

        List<Boolean> made = Flux.fromIterable(ids)
                .flatMapSequential(id -> create(id).map(result -> true).onErrorReturn(false), ids.size())
                .collectList()
                .block(PATIENCE);

        assertThat(made).containsExactly(true, false, true);
    }

    private static Mono<Result<Thing>> create(String id) {
        return things().create(id, null, new Thing(id, 1), List.of(new Thing.Grown(id, 1, NOW)));
    }

    private static long factsOf(String id) {
        return service.facts("grown").all(id).stream().map(Fact::id).count();
    }

    @SuppressWarnings("unchecked") // there is one store of its kind in the service
    private static ChangeStore<Thing, Thing.Grown> things() {
        return service.bean(ChangeStore.class);
    }
}
