package io.twingrid.bench.triage;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.fact.FactHeaders;
import io.twingrid.chassis.fact.FactJson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.BsonDocument;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Mono;

/** Fills the topic with reports, lets the service make cases of them, and says how long each part of that took. */
final class Draining {
    private static final String TOPIC = "report-events";
    private static final int PARTITIONS = 6;
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final ChessboardTown town;
    private final String brokers;
    private final int reports;
    private final Random random = new Random(1);

    Draining(ChessboardTown town, String brokers, int reports) {
        this.town = town;
        this.brokers = brokers;
        this.reports = reports;
    }

    void submit() throws Exception {
        Map<String, Object> to = Map.of("bootstrap.servers", brokers, "linger.ms", 20, "compression.type", "lz4");
        try (Admin admin = Admin.create(to)) {
            admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        }
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(to, new StringSerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < reports; i++) {
                var sent = producer.send(FactHeaders.toRecord(TOPIC, submitted(i)));
                if (i == reports - 1) {
                    producer.flush();
                    sent.get(20, TimeUnit.SECONDS);
                }
            }
        }
    }

    /** @param from when the service's start began, as {@link System#nanoTime} has it */
    void print(ConfigurableApplicationContext service, long from) {
        double started = secondsSince(from);
        System.out.printf("| the service's start | %.1f s |%n", started);
        MongoCollection<BsonDocument> cases =
                service.getBean(MongoDatabase.class).getCollection("community-cases", BsonDocument.class);
        await(() -> count(cases.estimatedDocumentCount()) >= reports);
        print("%,d submitted reports are cases", started, from);
        MeterRegistry metrics = service.getBean(MeterRegistry.class);
        await(() -> metrics.counter("outbox.relayed").count() >= reports);
        print("… and their %,d facts are on the topic", started, from);
        await(() -> isEmpty(cases.find(Filters.exists("uncounted")).sort(Sorts.ascending("uncounted"))));
        print("… and all %,d are in the counters", started, from);
    }

    private void print(String what, double started, long from) {
        double seconds = secondsSince(from) - started;
        System.out.printf("| " + what + " | %.1f s, %,.0f/s |%n", reports, seconds, reports / seconds);
    }

    private static double secondsSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1e9;
    }

    private static void await(BooleanSupplier isDone) {
        while (!isDone.getAsBoolean()) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    private static long count(org.reactivestreams.Publisher<Long> counted) {
        return Mono.from(counted).blockOptional().orElseThrow();
    }

    private static boolean isEmpty(FindPublisher<BsonDocument> found) {
        return Mono.from(found.first()).blockOptional().isEmpty();
    }

    private Fact submitted(int i) {
        String id = UUID.randomUUID().toString();
        Instant now = Instant.now();
        Map<String, Object> data = Map.of(
                "reportId",
                id,
                "number",
                "20261122-" + i,
                "at",
                now.toString(),
                "category",
                "01037",
                "description",
                "路口两盏路灯不亮,晚上看不清路",
                "address",
                "铁山路 " + i + " 号",
                "location",
                town.somewhere(random),
                "handledOnSpot",
                false,
                "photos",
                List.of());
        return new Fact(
                "report-intake:" + id + ":submitted",
                "io.twingrid.report.submitted.v1",
                "/report-intake",
                id,
                now,
                null,
                FactJson.write(data));
    }
}
