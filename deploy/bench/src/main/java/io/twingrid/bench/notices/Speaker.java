package io.twingrid.bench.notices;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.fact.FactHeaders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends facts as triage-service does, at a steady rate, whether or not anybody keeps up (an open load). */
final class Speaker implements AutoCloseable {
    private static final int TO_ALL_EVERY_MILLIS = 1000;

    private final KafkaProducer<String, byte[]> producer;

    Speaker(String brokers) {
        this.producer = new KafkaProducer<>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class));
    }

    /**
     * Speaks for a while.
     *
     * @param perSecond facts for one community each, in turn
     * @param toAll whether there is one a second for everybody besides
     */
    void speak(int seconds, int perSecond, boolean toAll, int clients, Sent sent) {
        List<Future<RecordMetadata>> sends = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < seconds * perSecond; i++) {
            awaitNanos(start + i * 1_000_000_000L / perSecond);
            sends.add(send("routed", Crowd.community(i), clients / Crowd.COMMUNITIES, sent));
            if (toAll && (i * 1000L / perSecond) % TO_ALL_EVERY_MILLIS == 0) {
                sends.add(send("escalated", "nowhere", clients, sent));
            }
        }
        sends.forEach(Speaker::awaitAck);
    }

    private Future<RecordMetadata> send(String name, String community, int told, Sent sent) {
        String id = UUID.randomUUID().toString();
        String data =
                "{\"reportId\":\"%s\",\"cause\":\"CATEGORY\",\"priority\":\"NORMAL\",\"area\":{\"street\":\"%s\",\"community\":\"%s\",\"grid\":\"g\"}}"
                        .formatted(id, Crowd.STREET, community);
        Fact fact =
                new Fact("bench:" + id, "io.twingrid.report." + name + ".v1", "/bench", id, Instant.now(), null, data);
        sent.now(id, told);
        return producer.send(FactHeaders.toRecord("report-events", fact));
    }

    private static void awaitAck(Future<RecordMetadata> send) {
        try {
            send.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the broker did not take a fact", e);
        }
    }

    private static void awaitNanos(long moment) {
        for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
