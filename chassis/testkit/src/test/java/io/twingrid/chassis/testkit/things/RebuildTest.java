package io.twingrid.chassis.testkit.things;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.twingrid.chassis.change.ChangeStore;
import io.twingrid.chassis.change.Versioned;
import io.twingrid.chassis.edge.Rebuild;
import io.twingrid.chassis.edge.Retelling;
import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.RunningService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import reactor.core.publisher.Mono;

/** A lost store comes back out of its topic. */
class RebuildTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final RunningService service = RunningService.start(ThingService.application());
    private final List<String> ids = new ArrayList<>();

    /** What a thing's facts say: how often it has grown by one, and its version. */
    private static final class Told {
        private int count;
        private long version;
    }

    private class Things implements Retelling<Told> {
        @Override
        public Mono<Void> begin() {
            return Mono.empty();
        }

        @Override
        public Told nothing() {
            return new Told();
        }

        @Override
        public void hear(Told told, Fact fact) {
            told.count++;
            told.version = ChangeStore.versionIn(fact.id());
        }

        @Override
        public Mono<?> write(String id, Told told) {
            return things().restore(id, told.version, List.of(), new Thing(id, told.count));
        }
    }

    @BeforeEach
    void growTwoThingsAndLoseThem() {
        for (int number = 0; number < 2; number++) {
            String id = "thing-" + UUID.randomUUID();
            wait(things().create(id, null, new Thing(id, 0), List.of()));
            wait(things().change(id, thing -> thing.grow(1, NOW)));
            wait(things().change(id, thing -> thing.grow(1, NOW)));
            // The relay delivers at least once.
            service.facts("grown").sendTwice(service.facts("grown").awaitOne("test.thing.grown.v1", id));
            ids.add(id);
        }
        org.awaitility.Awaitility.await("all facts").atMost(PATIENCE).until(() -> ids.stream()
                .allMatch(id -> service.facts("grown").all(id).size() == 4));
        wait(Mono.from(things().documents().deleteMany(new BsonDocument())));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void eachComesBackAtItsVersionAndOnlyAnEmptyStoreIsRebuilt() {
        rebuild(new Things()).start();

        ids.forEach(id -> assertThat(find(id)).isEqualTo(new Versioned<>(new Thing(id, 2), 3)));
        wait(Mono.from(things().documents().deleteOne(eq("_id", ids.getFirst()))));
        rebuild(new Things()).start();
        assertThat(wait(things().find(ids.getFirst()).hasElement()))
                .as("somebody may have taken it away")
                .isFalse();
    }

    @Test
    void oneThatWasCutOffIsBegunAgain() {
        Rebuild<Told> cutOff = rebuild(new Things() {
            @Override
            public Mono<?> write(String id, Told told) {
                return id.equals(ids.getFirst())
                        ? super.write(id, told)
                        : Mono.error(new IllegalStateException("the store is away"));
            }
        });
        assertThatThrownBy(cutOff::start).hasMessage("the store is away");

        rebuild(new Things()).start();

        ids.forEach(id -> assertThat(find(id)).isEqualTo(new Versioned<>(new Thing(id, 2), 3)));
    }

    private Rebuild<Told> rebuild(Retelling<Told> retelling) {
        return new Rebuild<>(
                retelling,
                things(),
                service.bean(MongoDatabase.class),
                service.bean(KafkaProperties.class),
                service.facts("grown").name(),
                "THINGS_REBUILD");
    }

    private Versioned<Thing> find(String id) {
        return wait(things().find(id));
    }

    private static <T> T wait(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(PATIENCE));
    }

    @SuppressWarnings("unchecked") // there is one store of its kind in the service
    private ChangeStore<Thing, Thing.Grown> things() {
        return service.bean(ChangeStore.class);
    }
}
