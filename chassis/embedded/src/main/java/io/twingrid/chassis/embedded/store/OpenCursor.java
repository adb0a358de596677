package io.twingrid.chassis.embedded.store;

import de.bwaldvogel.mongo.backend.AbstractCursor;

/** A result that a client reads in batches, and what it holds on to meanwhile. */
abstract class OpenCursor extends AbstractCursor implements AutoCloseable {

    private volatile long usedAtNanos = System.nanoTime();

    OpenCursor(long id) {
        super(id);
    }

    final void markUsed() {
        usedAtNanos = System.nanoTime();
    }

    final long idleNanos() {
        return System.nanoTime() - usedAtNanos;
    }

    /** Lets go of everything; nobody will read on. */
    @Override
    public abstract void close();
}
