package io.twingrid.bench.broker;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.LongDeserializer;
import org.apache.kafka.common.serialization.LongSerializer;

/**
 * Kills the broker under load, again and again, looks for what it had acknowledged, and times its return.
 *
 * <pre>
 * java -cp 'deploy/bench/target/classes:deploy/bench/target/lib/*' io.twingrid.bench.broker.BrokerBench [kills]
 * </pre>
 */
public final class BrokerBench {

    private static final String TOPIC = "facts";
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
    private static final Duration LOAD = Duration.ofSeconds(3);
    private static final Duration READY_WITHIN = Duration.ofSeconds(6);

    private final Path folder;
    private final Set<Long> acknowledged = new HashSet<>();
    private long next;

    private BrokerBench(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        int kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        Path folder = Files.createTempDirectory("broker-bench");
        try {
            new BrokerBench(folder).run(kills);
        } finally {
            delete(folder);
        }
    }

    private void run(int kills) throws Exception {
        List<Duration> ready = new ArrayList<>();
        Broker first = Broker.start(folder);
        System.out.printf("ready in an empty folder after %d ms%n", first.readyAfter.toMillis());
        createTopic(first);
        load(first);
        for (int i = 0; i < kills; i++) {
            Broker again = Broker.start(folder);
            ready.add(again.readyAfter);
            System.out.printf("ready after kill %d within %d ms%n", i + 1, again.readyAfter.toMillis());
            load(again);
        }
        Broker last = Broker.start(folder);
        long lost = missing(last);
        last.process.destroyForcibly().waitFor();
        Duration slowest = ready.stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO);
        System.out.printf(
                "%d x kill -9: %d of %d acknowledged records lost; ready within %d ms at most (goal: 0, %d ms)%n",
                kills + 1, lost, acknowledged.size(), slowest.toMillis(), READY_WITHIN.toMillis());
        if (lost > 0 || slowest.compareTo(READY_WITHIN) > 0) {
            System.exit(1);
        }
    }

    /** Sends until the broker is killed in the midst of it. */
    private void load(Broker broker) throws InterruptedException {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                broker.address,
                "acks",
                "all",
                "max.block.ms",
                500,
                "request.timeout.ms",
                500,
                "delivery.timeout.ms",
                1000,
                "linger.ms",
                0);
        Map<Long, Future<RecordMetadata>> sent = new HashMap<>();
        try (KafkaProducer<Long, Long> producer =
                new KafkaProducer<>(settings, new LongSerializer(), new LongSerializer())) {
            long until = System.nanoTime() + LOAD.toNanos();
            while (System.nanoTime() < until) {
                long value = next++;
                sent.put(value, producer.send(new ProducerRecord<>(TOPIC, value, value)));
                if (value % 100 == 0) {
                    Thread.sleep(1);
                }
            }
            broker.process.destroyForcibly().waitFor();
        }
        sent.forEach((value, answer) -> {
            if (answer.state() == Future.State.SUCCESS) {
                acknowledged.add(value);
            }
        });
    }

    private static void createTopic(Broker broker) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.address))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
    }

    private long missing(Broker broker) {
        Set<Long> missing = new HashSet<>(acknowledged);
        try (KafkaConsumer<Long, Long> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.address), new LongDeserializer(), new LongDeserializer())) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            long end = Objects.requireNonNull(
                    consumer.endOffsets(List.of(PARTITION)).get(PARTITION));
            while (consumer.position(PARTITION) < end) {
                for (ConsumerRecord<Long, Long> read : consumer.poll(Duration.ofSeconds(1))) {
                    missing.remove(read.value());
                }
            }
        }
        return missing.size();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** A broker's process; its address is known when it serves requests. */
    private record Broker(Process process, String address, Duration readyAfter) {

        static Broker start(Path folder) throws IOException {
            long begun = System.nanoTime();
            Process process = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElse("java"),
                            "-Xmx256m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            BrokerMain.class.getName(),
                            folder.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (BufferedReader answers = process.inputReader(StandardCharsets.UTF_8)) {
                String address = answers.readLine();
                return new Broker(process, address, Duration.ofNanos(System.nanoTime() - begun));
            }
        }
    }
}
