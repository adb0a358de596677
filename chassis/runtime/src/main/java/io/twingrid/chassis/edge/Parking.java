package io.twingrid.chassis.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.twingrid.chassis.fact.FactHeaders;
import io.twingrid.chassis.fact.UnreadableFactException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.ConsumerAwareRecordRecoverer;

/**
 * Puts a record aside on {@code <topic>.<group>.parked}, as it came, with the cause and where it was in its headers, so
 * that an operator can mend the cause and send it again.
 */
final class Parking implements ConsumerAwareRecordRecoverer {
    private static final Logger log = LoggerFactory.getLogger(Parking.class);
    /** Seconds to wait for the broker's ack; if there is none the record is tried, and parked, again. */
    private static final long ACK_SECONDS = 10;

    private final String group;
    private final KafkaOperations<byte[], byte[]> kafka;
    private final MeterRegistry metrics;

    Parking(String group, KafkaOperations<byte[], byte[]> kafka, MeterRegistry metrics) {
        this.group = group;
        this.kafka = kafka;
        this.metrics = metrics;
    }

    static String topicOf(String topic, String group) {
        return topic + "." + group + ".parked";
    }

    @Override
    public void accept(ConsumerRecord<?, ?> record, @Nullable Consumer<?, ?> consumer, @Nullable Exception failure) {
        String cause = describe(failure);
        Headers headers = new RecordHeaders(record.headers().toArray());
        add(headers, "parked-cause", cause);
        add(headers, "parked-topic", record.topic());
        add(headers, "parked-partition", Integer.toString(record.partition()));
        add(headers, "parked-offset", Long.toString(record.offset()));
        add(headers, "parked-group", group);
        String topic = topicOf(record.topic(), group);
        // The source may have got more partitions than the parked topic has.
        int partition = record.partition() % kafka.partitionsFor(topic).size();
        send(new ProducerRecord<>(topic, partition, (byte[]) record.key(), (byte[]) record.value(), headers));
        metrics.counter("facts.parked", "topic", record.topic(), "group", group).increment();
        var type = record.headers().lastHeader(FactHeaders.TYPE);
        // The cause may quote the record, so it stays in the record's header and out of the log.
        log.error(
                "parked {}-{}@{} ({}) on {}; its header parked-cause says why",
                record.topic(),
                record.partition(),
                record.offset(),
                type == null ? "no type" : new String(type.value(), UTF_8),
                topic);
    }

    private void send(ProducerRecord<byte[], byte[]> parked) {
        try {
            kafka.send(parked).get(ACK_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while parking", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("could not park on " + parked.topic() + "; it will be tried again", e);
        }
    }

    /** What cannot be read says so itself; else the innermost cause. Those around it are the listener's own. */
    private static String describe(@Nullable Exception failure) {
        Throwable cause = failure;
        while (cause != null && cause.getCause() != null && !(cause instanceof UnreadableFactException)) {
            cause = cause.getCause();
        }
        return cause == null ? "unknown" : cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }
}
