package io.twingrid.chassis.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * One Kafka broker (KRaft, broker and controller in one) inside this JVM. It is the product's own broker code on the
 * product's own log format, so every client works with it, and its folder can later be served by a stand-alone Kafka.
 *
 * <p>Stop the clients first and the broker last: a client that loses its only broker waits for its own timeouts.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final String WHO = "The broker";
    private static final String LOG_FOLDER = "log";
    private static final String FORMATTED_MARK = "meta.properties";

    private final FolderLock lock;
    private final KafkaRaftServer server;
    private final String bootstrapServers;

    private EmbeddedBroker(FolderLock lock, KafkaRaftServer server, String bootstrapServers) {
        this.lock = lock;
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Starts a broker and returns when it serves requests: about 5 s in an empty folder, 3 s in one that was used, and less
     * than 6 s after a kill, when the new broker first outwaits the old one's session.
     *
     * @throws EmbeddedStartException when the port is taken, or the folder is in use, unwritable, damaged or not a broker's
     */
    public static EmbeddedBroker start(BrokerSettings settings) {
        FolderLock lock = FolderLock.take(WHO, settings.directory());
        try {
            return startIn(settings, lock);
        } catch (RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }

    private static EmbeddedBroker startIn(BrokerSettings settings, FolderLock lock) {
        Path log = settings.directory().resolve(LOG_FOLDER);
        Ports ports = Ports.choose(settings);
        BrokerConfiguration configuration = new BrokerConfiguration(log, settings, ports.clients(), ports.controller());
        try {
            format(log);
            KafkaRaftServer server =
                    new KafkaRaftServer(new KafkaConfig(configuration.properties(), false), Time.SYSTEM);
            server.startup();
            return new EmbeddedBroker(lock, server, configuration.bootstrapServers());
        } catch (EmbeddedStartException e) {
            throw e;
        } catch (Exception e) {
            throw new EmbeddedStartException(
                    "The broker cannot read its folder %s (%s): restore it from a copy, or choose an empty folder."
                            .formatted(log.toAbsolutePath(), e.getMessage()),
                    e);
        }
    }

    private static void format(Path log) throws Exception {
        Files.createDirectories(log);
        if (Files.exists(log.resolve(FORMATTED_MARK))) {
            return;
        }
        if (!isEmpty(log)) {
            throw new EmbeddedStartException(
                    "The folder %s holds files that are not a broker's: choose an empty folder."
                            .formatted(log.toAbsolutePath()));
        }
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(BrokerConfiguration.NODE_ID)
                .setControllerListenerName(BrokerConfiguration.CONTROLLER_LISTENER)
                .addDirectory(log.toString())
                .setMetadataLogDirectory(log.toString())
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .setIgnoreFormatted(true)
                .run();
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    /** What a client puts into {@code bootstrap.servers}: the real host and port, also when a free port was asked for. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Stops the broker and gives its folder back. Returns when everything acknowledged is flushed. */
    @Override
    public void close() {
        try {
            server.shutdown();
            server.awaitShutdown();
        } finally {
            lock.close();
        }
    }

    /** The two listeners' ports, both known to be free a moment ago. */
    private record Ports(int clients, int controller) {

        static Ports choose(BrokerSettings settings) {
            try (ServerSocket clients = Endpoints.reserve(WHO, settings.host(), settings.port());
                    ServerSocket controller = Endpoints.reserve(WHO, Endpoints.LOOPBACK, Endpoints.ANY_FREE_PORT)) {
                return new Ports(clients.getLocalPort(), controller.getLocalPort());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
