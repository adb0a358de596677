package io.twingrid.bench.intake;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The raw producer with intake's settings at a fixed rate. A record's time runs from when it should have been sent to its ack,
 * so what waited for a slow one before it is not left out.
 */
final class ProducerRun implements AutoCloseable {
    /** About as long as a report's fact. */
    private static final byte[] VALUE =
            (ReportSimulation.BODY + ReportSimulation.BODY).getBytes(StandardCharsets.UTF_8);

    private final KafkaProducer<String, byte[]> producer;

    ProducerRun(Map<String, Object> settings) {
        Map<String, Object> patient = new HashMap<>(settings);
        patient.put("max.block.ms", 60_000); // no event loop waits here for the broker's first word
        this.producer = new KafkaProducer<>(patient);
        producer.partitionsFor(ServerMain.RAW_TOPIC);
    }

    Figures run(int rate, int seconds) {
        int count = rate * seconds;
        Answers answers = new Answers(count);
        long begun = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = begun + (long) (i * 1e9 / rate);
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            Future<?> unused = producer.send(
                    new ProducerRecord<>(ServerMain.RAW_TOPIC, UUID.randomUUID().toString(), VALUE), (sent, e) -> {
                        if (e == null) {
                            answers.came(due);
                        } else {
                            answers.failed();
                        }
                    });
        }
        producer.flush();
        return answers.figures();
    }

    @Override
    public void close() {
        producer.close();
    }
}
