package io.twingrid.chassis.embedded;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * One store inside this JVM that speaks MongoDB's wire protocol, for MongoDB's own drivers. A write is answered after it is
 * committed to the folder.
 */
public final class EmbeddedStore implements AutoCloseable {

    private static final String WHO = "The store";
    private static final String FILE = "store.mv";

    // A writer waits for its commit on its connection's event loop, so connections must not share one loop or two.
    private static final int EVENT_LOOPS = 32;

    private final FolderLock lock;
    private final MongoServer server;
    private final String uri;

    private EmbeddedStore(FolderLock lock, MongoServer server, String uri) {
        this.lock = lock;
        this.server = server;
        this.uri = uri;
    }

    /**
     * Starts a store and returns when it serves requests.
     *
     * @throws EmbeddedStartException when the port is taken, or the folder is in use, unwritable, damaged or not a store's
     */
    public static EmbeddedStore start(StoreSettings settings) {
        FolderLock lock = FolderLock.take(WHO, settings.directory());
        try {
            int port = freePort(settings);
            MongoServer server = new MongoServer(
                    new CommittedBackend(open(settings.directory().resolve(FILE)), settings.sync()));
            server.bind(new InetSocketAddress(settings.host(), port), 1, EVENT_LOOPS);
            return new EmbeddedStore(lock, server, "mongodb://" + Endpoints.reachable(settings.host()) + ":" + port);
        } catch (RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }

    private static int freePort(StoreSettings settings) {
        try (ServerSocket reserved = Endpoints.reserve(WHO, settings.host(), settings.port())) {
            return reserved.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MVStore open(Path file) {
        try {
            return new MVStore.Builder()
                    .fileName(file.toString())
                    .autoCommitDisabled()
                    .open();
        } catch (MVStoreException e) {
            throw new EmbeddedStartException(
                    "The store cannot read its file %s (%s): restore it from a copy, or choose an empty folder."
                            .formatted(file.toAbsolutePath(), e.getMessage()),
                    e);
        }
    }

    /** What a driver connects to, with the real port, also when a free one was asked for. */
    public String uri() {
        return uri;
    }

    /** Stops the server, closes the file and gives the folder back. */
    @Override
    public void close() {
        try {
            server.shutdownNow();
        } finally {
            lock.close();
        }
    }
}
