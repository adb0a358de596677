package io.twingrid.chassis.edge;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.twingrid.chassis.change.ChangeStore;
import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.fact.FactHeaders;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Makes the aggregates of a store anew out of the whole topic when the store was lost, before anything is listened to, done
 * by time or answered: while they are half there, nobody may ask for anything, and no fact may come between.
 *
 * <p>One partition after the other, each in memory. Only an operator asks for it, in one instance, and only an empty store
 * takes it; one that was cut off is begun again at the next start.
 *
 * @param <T> what is known of one aggregate so far
 */
public final class Rebuild<T> implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Rebuild.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int SIDE_BY_SIDE = 32;

    private final Retelling<T> retelling;
    private final MongoCollection<BsonDocument> documents;
    private final MongoCollection<BsonDocument> underWay;
    private final KafkaProperties kafka;
    private final String topic;
    private final String setting;
    private volatile boolean isDone;

    /**
     * A rebuild.
     *
     * @param store what was lost
     * @param topic the whole of which is read, from its beginning
     * @param setting the name of what an operator has set to have it
     */
    public Rebuild(
            Retelling<T> retelling,
            ChangeStore<?, ?> store,
            MongoDatabase database,
            KafkaProperties kafka,
            String topic,
            String setting) {
        this.retelling = retelling;
        this.documents = store.documents();
        this.underWay = database.getCollection("rebuilds", BsonDocument.class);
        this.kafka = kafka;
        this.topic = topic;
        this.setting = setting;
    }

    /** What is known of an aggregate, and the ids of the facts that say so. */
    private record Heard<T>(T told, Set<String> facts) {}

    // The thread that starts the service may wait here: until all is there, nothing else is to begin.
    @Override
    public void start() {
        String name = documents.getNamespace().getCollectionName();
        if (Boolean.TRUE.equals(isWanted(name).block())) {
            Mono.from(underWay.replaceOne(eq("_id", name), mark(name), new ReplaceOptions().upsert(true)))
                    .then(retelling.begin())
                    .block();
            rebuild();
            Mono.from(underWay.deleteOne(eq("_id", name))).block();
        } else {
            log.warn("{} is not empty; nothing is rebuilt. Leave {} out", name, setting);
        }
        isDone = true;
    }

    @Override
    public void stop() {
        isDone = false;
    }

    @Override
    public boolean isRunning() {
        return isDone;
    }

    /** Before whatever listens, sweeps or answers. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    private Mono<Boolean> isWanted(String name) {
        return Mono.from(underWay.find(eq("_id", name)).first())
                .hasElement()
                .flatMap(wasCutOff -> wasCutOff
                        ? Mono.just(true)
                        : Mono.from(documents.find().first()).hasElement().map(isThere -> !isThere));
    }

    private static BsonDocument mark(String name) {
        return new BsonDocument("_id", new BsonString(name));
    }

    private void rebuild() {
        try (Consumer<String, byte[]> consumer = new KafkaConsumer<>(
                kafka.buildConsumerProperties(), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            for (TopicPartition partition : partitions) {
                Map<String, Heard<T>> heard = read(consumer, partition);
                Flux.fromIterable(heard.entrySet())
                        .flatMap(
                                one -> retelling.write(
                                        one.getKey(), one.getValue().told()),
                                SIDE_BY_SIDE)
                        .then()
                        .block();
                log.info("what {} tells of {} is there again", partition, heard.size());
            }
        }
    }

    private Map<String, Heard<T>> read(Consumer<String, byte[]> consumer, TopicPartition partition) {
        Map<String, Heard<T>> heard = new LinkedHashMap<>();
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        while (consumer.position(partition) < end) {
            consumer.poll(POLL).forEach(record -> hear(record, heard));
        }
        return heard;
    }

    private void hear(ConsumerRecord<String, byte[]> record, Map<String, Heard<T>> all) {
        try {
            Fact fact = factOf(record);
            Heard<T> heard =
                    all.computeIfAbsent(fact.subject(), id -> new Heard<>(retelling.nothing(), new HashSet<>()));
            if (heard.facts().add(fact.id())) {
                retelling.hear(heard.told(), fact);
            }
        } catch (RuntimeException e) {
            // One that is not readable was parked when it came. Whatever it is, all the others are to come back.
            log.error("{}-{}@{} is left out", record.topic(), record.partition(), record.offset(), e);
        }
    }

    private static Fact factOf(ConsumerRecord<String, byte[]> record) {
        Map<String, byte[]> headers = new HashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), header.value());
        }
        return FactHeaders.fromRecord(headers, record.value());
    }
}
