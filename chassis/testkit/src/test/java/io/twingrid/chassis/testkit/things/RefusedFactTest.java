package io.twingrid.chassis.testkit.things;

import static com.mongodb.client.model.Filters.eq;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.twingrid.chassis.ServiceSettings;
import io.twingrid.chassis.change.ChangeStore;
import io.twingrid.chassis.change.OutboxRelay;
import io.twingrid.chassis.change.RelaySettings;
import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.fact.FactSender;
import io.twingrid.chassis.testkit.FactTopic;
import io.twingrid.chassis.testkit.RunningService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.awaitility.Awaitility;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.support.SendResult;
import reactor.core.publisher.Mono;

/** A broker that refuses the second fact of every loud bell, until somebody mends that. */
class RefusedFactTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00Z");
    private static final Duration SOON = Duration.ofMillis(50);
    /** Fewer in flight than there are loud bells. */
    private static final RelaySettings SETTINGS = new RelaySettings(SOON, SOON, Duration.ofMillis(200), 2);

    private static final RunningService service = RunningService.start(ThingService.application());

    private final String collection = "bells-" + UUID.randomUUID().toString().substring(0, 8);
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private volatile boolean isMended;

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void itIsKeptAndSaidAndHoldsUpItsOwnAggregateAlone() {
        List<String> loud = List.of("loud-a", "loud-b", "loud-c");
        ChangeStore<Bell, Bell.Rang> crashed = storeOf(relay(new FactSender(kafka())));
        loud.forEach(id -> ringTwice(id, crashed));
        ringTwice("quiet", crashed);

        FactSender refusing = new FactSender(kafka());
        refusing.open();
        OutboxRelay relay = relay(refusing);
        ChangeStore<Bell, Bell.Rang> bells = storeOf(relay);
        relay.start();
        try {
            awaitCounts("quiet", 1, 2);
            Awaitility.await("each to have been refused more than once")
                    .atMost(PATIENCE)
                    .until(() -> metrics.counter("outbox.refused", "topic", topic().name())
                                    .count()
                            > 6);
            loud.forEach(id -> assertThat(counts(id))
                    .as("what was sent of %s before the refusal, and not again", id)
                    .containsExactly(1));
            assertThat(relay.oldestAge()).isPositive();

            isMended = true;
            loud.forEach(id -> awaitCounts(id, 1, 2));
            Awaitility.await("nothing to be waiting").atMost(PATIENCE).until(() -> relay.oldestAge()
                    .isZero());
            assertThat(document(bells, "loud-a")).doesNotContainKeys("outboxSince", "outboxRefused");
        } finally {
            relay.stop();
        }
    }

    private static void ringTwice(String id, ChangeStore<Bell, Bell.Rang> bells) {
        bells.create(
                        id,
                        null,
                        new Bell(id, List.of(), 0),
                        List.of(new Bell.Rang(id, 1, NINE), new Bell.Rang(id, 2, NINE)))
                .block(PATIENCE);
    }

    private OutboxRelay relay(FactSender sender) {
        return new OutboxRelay("thing-service", sender, SETTINGS, Clock.systemUTC(), metrics);
    }

    private ChangeStore<Bell, Bell.Rang> storeOf(OutboxRelay relay) {
        return relay.store(
                service.bean(MongoDatabase.class),
                collection,
                service.bean(ServiceSettings.class).topic("grown"),
                new BellMapping());
    }

    @SuppressWarnings("unchecked") // there is one producer factory, of these types by the chassis's settings
    private KafkaTemplate<String, byte[]> kafka() {
        ProducerFactory<String, byte[]> producers = service.bean(ProducerFactory.class);
        return new KafkaTemplate<String, byte[]>(producers) {
            @Override
            public CompletableFuture<SendResult<String, byte[]>> send(ProducerRecord<String, byte[]> record) {
                return !isMended && record.key().startsWith("loud") && countIn(record.value()) == 2
                        ? CompletableFuture.failedFuture(new RecordTooLargeException("as loud as that"))
                        : super.send(record);
            }
        };
    }

    private static void awaitCounts(String id, Integer... expected) {
        Awaitility.await(id).atMost(PATIENCE).untilAsserted(() -> assertThat(counts(id))
                .containsExactly(expected));
    }

    private static List<Integer> counts(String id) {
        return topic().all(id).stream()
                .map(Fact::data)
                .map(data -> countIn(data.getBytes(UTF_8)))
                .toList();
    }

    private static int countIn(byte[] data) {
        String text = new String(data, UTF_8);
        return Integer.parseInt(text.replaceAll(".*\"count\":(\\d+).*", "$1"));
    }

    private static BsonDocument document(ChangeStore<Bell, Bell.Rang> bells, String id) {
        return Objects.requireNonNull(
                Mono.from(bells.documents().find(eq("_id", id)).first()).block(PATIENCE));
    }

    private static FactTopic topic() {
        return service.facts("grown");
    }
}
