package io.twingrid.chassis.embedded.store.engine;

import io.twingrid.chassis.embedded.store.log.DocumentLog;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The gate through which every change goes. Any number of changes pass side by side; a checkpoint closes the gate for a
 * moment, so that the maps it writes stand for the log up to exactly one place.
 */
final class Journal {

    private final DocumentLog log;
    private final Runnable afterChange;
    private final ReadWriteLock gate = new ReentrantReadWriteLock();
    private volatile @Nullable RuntimeException failure;

    /**
     * A gate.
     *
     * @param afterChange called when a change has passed, outside the gate: the place where writers help to keep bounds
     */
    Journal(DocumentLog log, Runnable afterChange) {
        this.log = log;
        this.afterChange = afterChange;
    }

    DocumentLog log() {
        return log;
    }

    /** Makes a change of one document's log record and map entries, under the lock that makes it one for readers. */
    long change(Lock applying, LongSupplier change) {
        long result;
        gate.readLock().lock();
        try {
            requireSound();
            applying.lock();
            try {
                result = change.getAsLong();
            } finally {
                applying.unlock();
            }
        } finally {
            gate.readLock().unlock();
        }
        afterChange.run();
        return result;
    }

    /** Runs while no change is half done. */
    void exclusively(Runnable action) {
        gate.writeLock().lock();
        try {
            requireSound();
            action.run();
        } finally {
            gate.writeLock().unlock();
        }
    }

    /** Shuts the gate for good: a change is in the log, and the maps may have half of it. A start will read it from the log. */
    void fail(RuntimeException cause) {
        failure = cause;
    }

    private void requireSound() {
        RuntimeException cause = failure;
        if (cause != null) {
            throw new IllegalStateException(
                    "The store writes no more after a failure (" + cause + "): start it again", cause);
        }
    }
}
