package io.twingrid.chassis.testkit.things;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twingrid.chassis.change.ChangeStore;
import io.twingrid.chassis.change.Result;
import io.twingrid.chassis.change.Result.Kind;
import io.twingrid.chassis.change.StaleVersionException;
import io.twingrid.chassis.change.Versioned;
import io.twingrid.chassis.testkit.RunningService;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.BsonDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class ChangeStoreTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static @Nullable RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(ThingService.application());
    }

    @AfterAll
    static void stop() {
        service().close();
    }

    @Test
    void racingChangesAllCountAndEachHasItsFact() {
        String id = created();
        List<Result<Thing>> results = wait(Flux.range(0, 40)
                .flatMap(i -> things().change(id, thing -> thing.grow(1, NOW)), 16)
                .collectList());
        assertThat(results).extracting(Result::kind).containsOnly(Kind.CHANGED);
        assertThat(wait(things().find(id)).aggregate().count()).isEqualTo(40);
        service().facts("grown");
        org.awaitility.Awaitility.await("40 facts")
                .atMost(PATIENCE)
                .until(() -> service().facts("grown").all(id).stream()
                                .map(fact -> fact.id())
                                .distinct()
                                .count()
                        == 40);
    }

    @Test
    void whoHasSeenAnOldVersionIsToldSo() {
        String id = created();
        Result<Thing> first = wait(things().change(id, 1, thing -> thing.grow(1, NOW)));
        assertThat(first.version()).isEqualTo(2);
        assertThatThrownBy(() -> wait(things().change(id, 1, thing -> thing.grow(1, NOW))))
                .isInstanceOf(StaleVersionException.class)
                .hasMessageContaining("it is at 2 now");
    }

    @Test
    void aFactsIdNamesTheVersionThatStatedIt() {
        String id = created();
        wait(things().change(id, thing -> thing.grow(1, NOW)));

        String factId =
                service().facts("grown").awaitOne("test.thing.grown.v1", id).id();

        assertThat(factId).isEqualTo("thing-service:" + id + ":2:0");
        assertThat(ChangeStore.versionIn(factId)).isEqualTo(2);
    }

    @Test
    void oneCauseChangesOnceEvenAfterItWasRefused() {
        String id = created();
        assertThat(wait(things().changeOnce(id, "f1", thing -> thing.grow(5, NOW)))
                        .kind())
                .isEqualTo(Kind.CHANGED);
        assertThat(wait(things().changeOnce(id, "f1", thing -> thing.grow(5, NOW)))
                        .kind())
                .isEqualTo(Kind.UNCHANGED);
        assertThat(wait(things().changeOnce(id, "f2", thing -> thing.grow(Thing.LIMIT, NOW)))
                        .reason())
                .isEqualTo("a thing counts to 1000");
        assertThat(wait(things().changeOnce(id, "f2", thing -> thing.grow(1, NOW)))
                        .kind())
                .as("the same fact again, when it would be allowed")
                .isEqualTo(Kind.UNCHANGED);
        assertThat(wait(things().find(id)).aggregate().count()).isEqualTo(5);
    }

    @Test
    void creatingWhatIsThereChangesNothing() {
        String id = created();
        Result<Thing> again = wait(things().create(id, "cause", new Thing(id, 9), List.of()));
        assertThat(again.kind()).isEqualTo(Kind.UNCHANGED);
        assertThat(again.aggregate().count()).isZero();
    }

    @Test
    void whatIsNotThereIsEmpty() {
        assertThat(things().change("nothing", thing -> thing.grow(1, NOW)).blockOptional(PATIENCE))
                .isEmpty();
    }

    @Test
    void whatAReplayHasReplacesWhatKnowsLess() {
        String id = created();
        assertThat(wait(things().restore(id, 5, List.of("f1", "f2"), new Thing(id, 9))))
                .isTrue();
        assertThat(wait(things().find(id))).isEqualTo(new Versioned<>(new Thing(id, 9), 5));
        assertThat(wait(things().changeOnce(id, "f2", thing -> thing.grow(1, NOW)))
                        .kind())
                .as("a cause that the replay has seen")
                .isEqualTo(Kind.UNCHANGED);
    }

    @Test
    void whatHasChangedAsOftenStaysAsItIs() {
        String id = created();
        wait(things().change(id, thing -> thing.grow(1, NOW)));
        assertThat(wait(things().restore(id, 2, List.of(), new Thing(id, 9)))).isFalse();
        assertThat(wait(things().find(id)).aggregate().count()).isEqualTo(1);
    }

    @Test
    void whatHasFactsThatNobodyHasReadYetStaysAsItIs() {
        String id = created();
        wait(Mono.from(
                things().documents().updateOne(eq("_id", id), set("outboxSince", new BsonDateTime(Long.MAX_VALUE)))));
        assertThat(wait(things().restore(id, 9, List.of(), new Thing(id, 9)))).isFalse();
        assertThat(wait(things().find(id)).version()).isEqualTo(1);
    }

    private static String created() {
        String id = "thing-" + UUID.randomUUID();
        wait(things().create(id, null, new Thing(id, 0), List.of()));
        return id;
    }

    private static <T> T wait(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(PATIENCE));
    }

    @SuppressWarnings("unchecked") // there is one store of its kind in the service
    private static ChangeStore<Thing, Thing.Grown> things() {
        return service().bean(ChangeStore.class);
    }

    private static RunningService service() {
        return Objects.requireNonNull(service);
    }
}
