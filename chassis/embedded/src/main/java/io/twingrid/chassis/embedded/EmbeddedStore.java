package io.twingrid.chassis.embedded;

import de.bwaldvogel.mongo.MongoServer;
import io.twingrid.chassis.embedded.store.StoreBackend;
import io.twingrid.chassis.embedded.store.StoreLimits;
import io.twingrid.chassis.embedded.store.engine.Engine;
import io.twingrid.chassis.embedded.store.engine.EngineSettings;
import io.twingrid.chassis.embedded.store.engine.UnusableFolderException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Objects;

/**
 * One store inside this JVM that speaks MongoDB's wire protocol, for MongoDB's own drivers. What it answers has survived a
 * kill of the process, and a power cut as well when the settings ask for it. What it cannot do it refuses by name.
 */
public final class EmbeddedStore implements AutoCloseable {

    private static final String WHO = "The store";

    // A request is worked on, and in sync mode waits for the disk, on its connection's event loop: one loop for each
    // connection that is busy at the same time keeps them out of each other's way.
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
     * Starts a store and returns when it serves requests. How long that takes does not depend on the size of the data.
     *
     * @throws EmbeddedStartException when the port is taken, or the folder is in use, unwritable, damaged or not a store's
     */
    public static EmbeddedStore start(StoreSettings settings) {
        return start(settings, EngineSettings.withDefaults(settings.sync()), StoreLimits.DEFAULTS);
    }

    static EmbeddedStore start(StoreSettings settings, EngineSettings engine, StoreLimits limits) {
        FolderLock lock = FolderLock.take(WHO, settings.directory());
        try {
            int port = freePort(settings);
            MongoServer server = new MongoServer(open(settings, engine, limits));
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

    private static StoreBackend open(StoreSettings settings, EngineSettings engine, StoreLimits limits) {
        try {
            return StoreBackend.over(Engine.open(settings.directory(), engine), limits);
        } catch (UnusableFolderException e) {
            throw new EmbeddedStartException(Objects.requireNonNull(e.getMessage()), e);
        }
    }

    /** What a driver connects to, with the real port, also when a free one was asked for. */
    public String uri() {
        return uri;
    }

    /** Stops the server, closes the files and gives the folder back. */
    @Override
    public void close() {
        try {
            server.shutdownNow();
        } finally {
            lock.close();
        }
    }
}
