package io.twingrid.chassis.embedded.store.engine;

/** As long as it is open, every {@link Snapshot} that was taken since it was made stays readable. */
@FunctionalInterface
public interface Pin {

    void close();
}
