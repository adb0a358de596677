package io.twingrid.chassis.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedIsStillThereAfterARestartOnAnotherPort() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(folder))) {
            createTopic(broker, "facts");
            send(broker, "facts", "first");
            assertThatExceptionOfType(EmbeddedStartException.class)
                    .isThrownBy(() -> EmbeddedBroker.start(BrokerSettings.in(folder)))
                    .withMessageContaining("another copy is running on it");
        }
        try (EmbeddedBroker broker =
                EmbeddedBroker.start(new BrokerSettings(folder, Endpoints.LOOPBACK, Endpoints.ANY_FREE_PORT, true))) {
            send(broker, "facts", "second");
            assertThat(read(broker, "facts", 2)).containsExactly("first", "second");
            assertThatExceptionOfType(ExecutionException.class)
                    .as("a topic nobody asked for")
                    .isThrownBy(() -> send(broker, "typing-error", "lost?"))
                    .withCauseInstanceOf(TimeoutException.class);
        }
    }

    @Test
    void whatWasAcknowledgedIsStillThereAfterAKill() throws Exception {
        Path killed = folder.resolve("killed");
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(folder.resolve("running")))) {
            createTopic(broker, "facts");
            send(broker, "facts", "first");
            send(broker, "facts", "second");
            // What is on the disk at this moment is what a killed process leaves behind.
            copy(folder.resolve("running"), killed);
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(killed))) {
            assertThat(read(broker, "facts", 2)).containsExactly("first", "second");
            send(broker, "facts", "third");
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            BrokerSettings settings = new BrokerSettings(folder, Endpoints.LOOPBACK, taken.getLocalPort(), false);
            assertThatExceptionOfType(EmbeddedStartException.class)
                    .isThrownBy(() -> EmbeddedBroker.start(settings))
                    .withMessageContaining("cannot listen on 127.0.0.1:" + taken.getLocalPort());
        }
    }

    @Test
    void aFolderOfSomebodyElseIsLeftAlone() throws Exception {
        Path foreign = Files.createDirectory(folder.resolve("log")).resolve("diary.txt");
        Files.writeString(foreign, "dear diary");
        assertThatExceptionOfType(EmbeddedStartException.class)
                .isThrownBy(() -> EmbeddedBroker.start(BrokerSettings.in(folder)))
                .withMessageContaining("choose an empty folder");
        assertThat(foreign).hasContent("dear diary");
    }

    @Test
    void aDamagedFolderIsNamedAndCanBeTriedAgain() throws Exception {
        Path meta = Files.createDirectory(folder.resolve("log")).resolve("meta.properties");
        Files.writeString(meta, "version=1\n");
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatExceptionOfType(EmbeddedStartException.class)
                    .isThrownBy(() -> EmbeddedBroker.start(BrokerSettings.in(folder)))
                    .withMessageContaining("restore it from a copy");
        }
    }

    private static void createTopic(EmbeddedBroker broker, String topic) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }

    private static void send(EmbeddedBroker broker, String topic, String value) throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all", "max.block.ms", 1000);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", value)).get();
        }
    }

    private static List<String> read(EmbeddedBroker broker, String topic, int count) {
        TopicPartition partition = new TopicPartition(topic, 0);
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            List<String> values = new ArrayList<>();
            while (values.size() < count) {
                for (ConsumerRecord<String, String> read : consumer.poll(Duration.ofSeconds(10))) {
                    values.add(read.value());
                }
            }
            return values;
        }
    }
}
