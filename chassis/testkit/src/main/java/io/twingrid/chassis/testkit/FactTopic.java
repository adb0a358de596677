package io.twingrid.chassis.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.fact.FactHeaders;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A topic from the outside: what is on it, and a way to put something there. Reads from the beginning, in a thread of its own. */
public final class FactTopic implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String topic;
    private final String brokers;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> seen = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> reading;
    private final Map<String, FactTopic> parked = new HashMap<>();

    private FactTopic(String brokers, String topic) {
        this.brokers = brokers;
        this.topic = topic;
        this.producer = new KafkaProducer<>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class));
        this.consumer = new KafkaConsumer<>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                brokers,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest"));
        List<TopicPartition> partitions = consumer.partitionsFor(topic, PATIENCE).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        this.reading = CompletableFuture.runAsync(this::read, task -> {
            Thread thread = new Thread(task, "facts-" + topic);
            thread.setDaemon(true);
            thread.start();
        });
    }

    /** Opens a topic that is there, whether or not a service is running. */
    public static FactTopic open(String brokers, String topic) {
        return new FactTopic(brokers, topic);
    }

    public String name() {
        return topic;
    }

    /** Sends a fact and waits until the broker has it. */
    public void send(Fact fact) {
        send(FactHeaders.toRecord(topic, fact));
    }

    /** Sends a fact as a topic delivers it in bad times. */
    public void sendTwice(Fact fact) {
        send(fact);
        send(fact);
    }

    /** Sends a record as somebody else might: with any headers and any value. */
    public void raw(String key, Map<String, String> headers, byte @Nullable [] value) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        send(record);
    }

    private void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("the broker did not take a record for " + topic, e);
        }
    }

    /** All facts about a subject so far, in order. */
    public List<Fact> all(String subject) {
        return seen.stream()
                .filter(record -> subject.equals(record.key()))
                .map(FactTopic::factOf)
                .toList();
    }

    /** Every fact so far, in the order of their partitions. */
    public List<Fact> all() {
        return seen.stream().map(FactTopic::factOf).toList();
    }

    /** Records as they are, for those that are not facts. */
    public List<ConsumerRecord<String, byte[]>> records() {
        return List.copyOf(seen);
    }

    /** Waits for a fact of a type about a subject; an AssertionError tells what came instead. */
    public Fact awaitOne(String type, String subject) {
        return Awaitility.await(type + " about " + subject)
                .pollDelay(Duration.ZERO)
                .atMost(PATIENCE)
                .until(
                        () -> all(subject).stream()
                                .filter(fact -> fact.type().equals(type))
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    /** Where a consumer group parks the records of this topic that it cannot read. */
    public synchronized FactTopic parked(String group) {
        return parked.computeIfAbsent(group, name -> open(brokers, topic + "." + name + ".parked"));
    }

    /** Waits until so many records are here. */
    public List<ConsumerRecord<String, byte[]>> awaitRecords(int count) {
        Awaitility.await(count + " records on " + topic).atMost(PATIENCE).until(() -> seen.size() >= count);
        return records();
    }

    @Override
    public void close() {
        parked.values().forEach(FactTopic::close);
        producer.close(Duration.ofSeconds(1));
        consumer.wakeup();
        reading.join();
    }

    private void read() {
        try (consumer) {
            while (true) {
                consumer.poll(Duration.ofSeconds(1)).forEach(seen::add);
            }
        } catch (WakeupException closing) {
            // close() was called
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
