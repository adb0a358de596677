package io.twingrid.chassis.testkit.things;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoTimeoutException;
import io.micrometer.core.instrument.MeterRegistry;
import io.twingrid.chassis.change.ChangeStore;
import io.twingrid.chassis.change.Versioned;
import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.FactTopic;
import io.twingrid.chassis.testkit.RunningService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The consumer edge and the change store on a real broker and a real store. */
class EdgeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
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
    void onlyTheUnreadableRecordIsParkedWithItsCauseAndOrigin() {
        String thing = fresh();
        Fact before = grow(thing, 1);
        Fact behind = grow(thing, 2);
        wishes().send(before);
        wishes().raw(thing, Map.of("ce_type", ThingService.GROW), "{}".getBytes(UTF_8));
        wishes().raw(
                        thing,
                        Map.of(
                                "ce_specversion", "1.0",
                                "ce_id", "x",
                                "ce_type", ThingService.GROW,
                                "ce_source", "/s",
                                "ce_subject", thing,
                                "ce_time", "2026-11-22T00:00:00Z"),
                        "{\"by\":\"many\"}".getBytes(UTF_8));
        wishes().send(behind);

        awaitCount(thing, 3);
        List<ConsumerRecord<String, byte[]>> parked = parkedOf(thing, 2);
        assertThat(header(parked.get(0), "parked-cause")).contains("ce_specversion is missing");
        assertThat(header(parked.get(1), "parked-cause")).contains("not a Grow");
        assertThat(header(parked.get(0), "parked-topic")).isEqualTo(wishes().name());
        assertThat(header(parked.get(0), "parked-group")).isEqualTo("thing-service");
        assertThat(Long.parseLong(header(parked.get(0), "parked-offset"))).isNotNegative();
        assertThat(parked.get(0).value()).isEqualTo("{}".getBytes(UTF_8));
    }

    @Test
    void anUnluckyRecordIsTriedAgainUntilItWorksAndKeepsItsPlace() {
        String thing = fresh();
        diary().trouble(thing, Collections.nCopies(5, new MongoTimeoutException("the store is away")));
        Fact first = grow(thing, 1);
        Fact second = grow(thing, 2);
        wishes().send(first);
        wishes().send(second);

        awaitCount(thing, 3);
        assertThat(handled(thing)).startsWith(first.id()).endsWith(second.id());
    }

    @Test
    void aFaultOfOursIsTriedAFewTimesAndThenParked() {
        String thing = fresh();
        wishes().send(grow(thing, -1));
        wishes().send(grow(thing, 4));

        awaitCount(thing, 4);
        assertThat(header(parkedOf(thing, 1).getFirst(), "parked-cause")).contains("nobody thought of shrinking");
    }

    @Test
    void anOutageWhileAFaultIsTriedDoesNotParkTheRecord() {
        String thing = fresh();
        List<RuntimeException> troubles = new ArrayList<>(List.of(new IllegalStateException("ours")));
        troubles.addAll(Collections.nCopies(6, new MongoTimeoutException("the store is away")));
        diary().trouble(thing, troubles);
        wishes().send(grow(thing, 3));

        awaitCount(thing, 3);
        assertThat(wishes().parked("thing-service").records()).noneMatch(record -> thing.equals(record.key()));
    }

    @Test
    void aFaultThatShowsAfterAnOutageIsParkedAllTheSame() {
        String thing = fresh();
        List<RuntimeException> troubles =
                new ArrayList<>(Collections.nCopies(3, new MongoTimeoutException("the store is away")));
        troubles.addAll(Collections.nCopies(3, new IllegalStateException("ours")));
        diary().trouble(thing, troubles);
        wishes().send(grow(thing, 3));
        wishes().send(grow(thing, 4));

        awaitCount(thing, 4);
        assertThat(header(parkedOf(thing, 1).getFirst(), "parked-cause")).contains("ours");
    }

    @Test
    void ofABulkOnlyTheFactAtFaultIsParked() {
        FactTopic notes = service().facts("notes");
        String thing = fresh();
        List.of(grow(thing, 1), grow(thing, 0), grow(thing, 2)).forEach(notes::send);

        assertThat(notes.parked("thing-service").awaitRecords(1))
                .singleElement()
                .satisfies(record -> assertThat(header(record, "parked-cause")).contains("a note of nothing"));
        Awaitility.await("the others are written").atMost(PATIENCE).until(() -> diary().written
                .containsAll(List.of(thing + "+1", thing + "+2")));
    }

    @Test
    void aRecordWhoseDataIsNullIsUnreadable() {
        String thing = fresh();
        Fact nothing = grow(thing, 1);
        wishes().send(new Fact(nothing.id(), nothing.type(), nothing.source(), thing, nothing.time(), null, "null"));
        assertThat(header(parkedOf(thing, 1).getFirst(), "parked-cause")).contains("the data is null");
    }

    @Test
    void aRefusalIsAnOutcomeThatIsCountedAndStays() {
        String thing = fresh();
        Fact tooMuch = grow(thing, Thing.LIMIT + 1);
        wishes().send(grow(thing, 1));
        wishes().send(tooMuch);
        wishes().send(grow(thing, 1));

        awaitCount(thing, 2);
        assertThat(service()
                        .bean(MeterRegistry.class)
                        .get("facts.handled")
                        .tag("type", ThingService.GROW)
                        .tag("outcome", "refused")
                        .counter()
                        .count())
                .isPositive();
    }

    @Test
    void repeatsAndShufflesOverKeysChangeNothing() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<String, List<Fact>> byThing = new HashMap<>();
        for (int i = 0; i < 20; i++) {
            String thing = fresh();
            byThing.put(thing, new ArrayList<>(List.of(grow(thing, 1), grow(thing, 10), grow(thing, 100))));
        }
        List<List<Fact>> left = new ArrayList<>();
        byThing.values().forEach(facts -> left.add(new ArrayList<>(facts)));
        while (!left.isEmpty()) {
            List<Fact> next = left.get(random.nextInt(left.size()));
            wishes().sendTwice(next.removeFirst());
            if (next.isEmpty()) {
                left.remove(next);
            }
        }
        byThing.values().forEach(facts -> wishes().send(facts.getFirst()));
        byThing.forEach((thing, facts) -> {
            awaitCount(thing, 111);
            assertThat(grownOf(thing, 3))
                    .as("facts about %s, seed %d", thing, seed)
                    .containsExactly(1, 11, 111);
        });
    }

    @Test
    void whatACrashLeftInTheOutboxIsSentByTheSweep() {
        String thing = fresh();
        wishes().send(grow(thing, 1));
        grownOf(thing, 1);
        // As a process leaves it that died between the change and the send: a fact in the outbox, and nobody kicked.
        var document = org.bson.BsonDocument.parse("""
                {"$set": {"outboxSince": {"$date": "2026-01-01T00:00:00Z"}, "outbox": [{
                  "id": "thing-service:%1$s:99:0", "type": "test.thing.grown.v1", "source": "/thing-service",
                  "subject": "%1$s", "time": {"$date": "2026-01-01T00:00:00Z"}, "data": "{\\"thingId\\":\\"%1$s\\",\\"count\\":77}"}]}}""".formatted(thing));
        reactor.core.publisher.Mono.from(things().documents().updateOne(new org.bson.Document("_id", thing), document))
                .block(PATIENCE);

        assertThat(grownOf(thing, 2)).containsExactly(1, 77);
        Awaitility.await("an empty outbox").atMost(PATIENCE).until(() -> Objects.requireNonNull(
                        reactor.core.publisher.Mono.from(things().documents()
                                        .find(new org.bson.Document("_id", thing))
                                        .first())
                                .block(PATIENCE))
                .getArray("outbox")
                .isEmpty());
    }

    @Test
    void factsCarryTheTraceOfWhatCausedThem() {
        String thing = fresh();
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        Fact wish = grow(thing, 1);
        wishes().send(new Fact(wish.id(), wish.type(), wish.source(), wish.subject(), wish.time(), trace, wish.data()));
        assertThat(service()
                        .facts("grown")
                        .awaitOne("test.thing.grown.v1", thing)
                        .traceparent())
                .isEqualTo(trace);
    }

    private static String fresh() {
        return "thing-" + UUID.randomUUID();
    }

    private static Fact grow(String thing, int by) {
        return new Fact(
                "wish:" + thing + ":" + UUID.randomUUID(),
                ThingService.GROW,
                "/test",
                thing,
                Instant.now(),
                null,
                "{\"thingId\":\"" + thing + "\",\"by\":" + by + "}");
    }

    private static void awaitCount(String thing, int count) {
        Awaitility.await(thing + " at " + count)
                .atMost(PATIENCE)
                .until(
                        () -> things().find(thing)
                                .map(Versioned::aggregate)
                                .map(Thing::count)
                                .block(PATIENCE),
                        at -> Objects.equals(at, count));
    }

    private static List<Integer> grownOf(String thing, int atLeast) {
        FactTopic grown = service().facts("grown");
        Awaitility.await(atLeast + " facts about " + thing)
                .atMost(PATIENCE)
                .until(() -> grown.all(thing).stream().map(Fact::id).distinct().count() >= atLeast);
        return grown.all(thing).stream()
                .map(Fact::data)
                .distinct()
                .map(data -> Integer.parseInt(data.replaceAll(".*\"count\":(\\d+).*", "$1")))
                .toList();
    }

    private static List<String> handled(String thing) {
        return diary().handled.stream().filter(id -> id.contains(thing)).toList();
    }

    private static List<ConsumerRecord<String, byte[]>> parkedOf(String thing, int count) {
        FactTopic parked = wishes().parked("thing-service");
        return Awaitility.await(count + " parked records of " + thing)
                .atMost(PATIENCE)
                .until(
                        () -> parked.records().stream()
                                .filter(record -> thing.equals(record.key()))
                                .toList(),
                        records -> records.size() == count);
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    @SuppressWarnings("unchecked") // there is one store of its kind in the service
    private static ChangeStore<Thing, Thing.Grown> things() {
        return service().bean(ChangeStore.class);
    }

    private static ThingService.Diary diary() {
        return service().bean(ThingService.Diary.class);
    }

    private static FactTopic wishes() {
        return service().facts("wishes");
    }

    private static RunningService service() {
        return Objects.requireNonNull(service);
    }
}
