package io.twingrid.chassis.embedded.store.engine;

import io.twingrid.chassis.embedded.store.log.DocumentLog;
import io.twingrid.chassis.embedded.store.log.Position;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the maps with the log position they stand for, and lets go of the log segments that this made useless. Bounds what a
 * start after a crash has to read, and what waits in memory.
 */
final class Checkpoints implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    /** In quarters of a bound. */
    private static final int FULL = 4;

    private static final int NEARLY_FULL = 3;

    private final EngineSettings settings;
    private final IndexFile file;
    private final DocumentLog log;
    private final Supplier<Iterable<CollectionData>> collections;
    private final ReentrantLock writing = new ReentrantLock();
    private final AtomicBoolean asked = new AtomicBoolean();

    /** Writers go on while the log is forced to the disk, and stand still for the commit alone. */
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("store-checkpoints").factory());

    /** Segments without life, and the version that readers must have reached before they can go. */
    private final Map<Integer, Long> retired = new ConcurrentHashMap<>();

    private volatile Position last;
    private volatile long lastAtNanos = System.nanoTime();
    private volatile boolean loosened;

    Checkpoints(
            EngineSettings settings, IndexFile file, DocumentLog log, Supplier<Iterable<CollectionData>> collections) {
        this.settings = settings;
        this.file = file;
        this.log = log;
        this.collections = collections;
        this.last = file.logPosition();
    }

    Position last() {
        return last;
    }

    /** Whoever comes near a bound asks for a checkpoint and goes on; who has reached it waits for one. */
    void relieve(Journal journal) {
        int quarters = quartersFull();
        if (quarters >= FULL) {
            writeIfNeeded(journal);
        } else if (quarters >= NEARLY_FULL && asked.compareAndSet(false, true)) {
            thread.execute(() -> writeAsAsked(journal));
        }
    }

    private void writeAsAsked(Journal journal) {
        try {
            writeIfNeeded(journal);
        } catch (RuntimeException e) {
            LOG.error("The store could not write its index file; it will try again with the next change", e);
        } finally {
            asked.set(false);
        }
    }

    private void writeIfNeeded(Journal journal) {
        writing.lock();
        try {
            if (quartersFull() >= NEARLY_FULL) {
                write(journal);
            }
        } finally {
            writing.unlock();
        }
    }

    private int quartersFull() {
        long byMemory = FULL * file.unsavedBytes() / settings.unsavedIndexBytes();
        long byLog = FULL * log.bytesSince(last) / settings.checkpointBytes();
        return (int) Math.max(byMemory, byLog);
    }

    /** Writes one when the time has come and there is something to write; makes room in the file after each. */
    void maintain(Journal journal) {
        boolean due =
                System.nanoTime() - lastAtNanos > settings.checkpointEvery().toNanos();
        if (due && (!log.end().equals(last) || file.hasChanges())) {
            write(journal);
        } else {
            deleteRetired();
        }
        if (!loosened) {
            file.loosen();
            loosened = true;
        }
    }

    void write(Journal journal) {
        write(journal, () -> {});
    }

    /** Writes one together with a change of the catalog. */
    void write(Journal journal, Runnable catalogChange) {
        writing.lock();
        try {
            log.force(); // most of it before the gate is closed
            journal.exclusively(() -> {
                catalogChange.run();
                log.force();
                commit(log.end());
            });
            deleteRetired();
        } finally {
            writing.unlock();
        }
    }

    /** Runs something while neither a document is written nor a checkpoint, and nothing is deleted. */
    void still(Journal journal, Runnable action) {
        writing.lock();
        try {
            journal.exclusively(action);
        } finally {
            writing.unlock();
        }
    }

    /** Writes one for the log up to {@code position}; nobody else may be changing anything. */
    void commit(Position position) {
        for (CollectionData collection : collections.get()) {
            file.setCollection(collection.id(), Bson.encode(collection.describe()));
        }
        file.setLog(position, log.usage());
        long version = file.commit();
        last = position;
        loosened = false;
        lastAtNanos = System.nanoTime();
        for (int segment : log.garbageBefore(position)) {
            retired.putIfAbsent(segment, version);
        }
        if (settings.sync()) {
            file.sync();
        }
    }

    /** A retired segment goes when no reader is left who could still want it, and never before the checkpoint is on the disk. */
    void deleteRetired() {
        long oldest = file.oldestVersionInUse();
        if (retired.values().stream().noneMatch(version -> version <= oldest)) {
            return;
        }
        writing.lock();
        try {
            file.sync();
            retired.forEach((segment, version) -> {
                if (version <= oldest) {
                    log.delete(segment);
                    retired.remove(segment);
                }
            });
        } finally {
            writing.unlock();
        }
    }

    /** Returns when the one that is being written is. */
    @Override
    public void close() {
        thread.close();
    }
}
