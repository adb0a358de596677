package io.twingrid.chassis.testkit;

import io.twingrid.chassis.embedded.BrokerSettings;
import io.twingrid.chassis.embedded.EmbeddedBroker;
import io.twingrid.chassis.embedded.EmbeddedStore;
import io.twingrid.chassis.embedded.StoreSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * The broker and the store of a test run, one of each a JVM, started when first asked for: those that the environment
 * names ({@code KAFKA_BROKERS}, {@code MONGODB_URI}), else Testcontainers' where there is a Docker engine, else the
 * embedded ones.
 */
public final class Backends {
    private static final Logger log = LoggerFactory.getLogger(Backends.class);
    private static final String KAFKA_BROKERS = "KAFKA_BROKERS";
    private static final String MONGODB_URI = "MONGODB_URI";
    private static final String KAFKA_IMAGE = "apache/kafka-native:4.1.0";
    private static final String MONGO_IMAGE = "mongo:8.0";

    private Backends() {}

    public static String kafkaBrokers() {
        return Kafka.BROKERS;
    }

    public static String mongoUri() {
        return Mongo.URI;
    }

    /** Whether the broker is the environment's, and goes on when the tests have ended. */
    static boolean kafkaIsGiven() {
        return given(KAFKA_BROKERS) != null;
    }

    /** Whether the store is the environment's, and goes on when the tests have ended. */
    static boolean mongoIsGiven() {
        return given(MONGODB_URI) != null;
    }

    /** Whether the store is MongoDB itself: the environment's, or one in a container. */
    public static boolean mongoIsReal() {
        return mongoIsGiven() || Docker.IS_THERE;
    }

    private static final class Kafka {
        static final String BROKERS = start();

        private static String start() {
            String given = given(KAFKA_BROKERS);
            if (given != null) {
                log.info("tests use the broker of {}", KAFKA_BROKERS);
                return given;
            }
            if (Docker.IS_THERE) {
                KafkaContainer container = new KafkaContainer(KAFKA_IMAGE);
                container.start();
                return container.getBootstrapServers();
            }
            log.info("tests use an embedded broker");
            Path folder = folder("broker");
            EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(folder));
            atTheEnd(broker, folder);
            return broker.bootstrapServers();
        }
    }

    private static final class Mongo {
        static final String URI = start();

        private static String start() {
            String given = given(MONGODB_URI);
            if (given != null) {
                log.info("tests use the store of {}", MONGODB_URI);
                return given;
            }
            if (Docker.IS_THERE) {
                MongoDBContainer container = new MongoDBContainer(MONGO_IMAGE);
                container.start();
                return container.getConnectionString();
            }
            log.info("tests use an embedded store");
            Path folder = folder("store");
            EmbeddedStore store = EmbeddedStore.start(StoreSettings.in(folder));
            atTheEnd(store, folder);
            return store.uri();
        }
    }

    private static final class Docker {
        static final boolean IS_THERE = DockerClientFactory.instance().isDockerAvailable();
    }

    private static @Nullable String given(String variable) {
        String value = System.getenv(variable);
        return value == null || value.isBlank() ? null : value;
    }

    private static Path folder(String name) {
        try {
            return Files.createTempDirectory("twingrid-" + name);
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder for the embedded " + name, e);
        }
    }

    /** Closes a part that only this run uses, and takes its files away. */
    private static void atTheEnd(AutoCloseable part, Path folder) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            try {
                                part.close();
                                FileSystemUtils.deleteRecursively(folder);
                            } catch (Exception e) {
                                log.warn("{} is left behind", folder, e);
                            }
                        },
                        "close-" + part.getClass().getSimpleName()));
    }
}
