package io.twingrid.chassis.change;

/** Somebody else changed the aggregate after the caller had read it. Over HTTP this is 412. */
public final class StaleVersionException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final long current;

    public StaleVersionException(long expected, long current) {
        super("expected version " + expected + ", it is at " + current + " now");
        this.current = current;
    }

    /** The version in the store at the time of the refusal. */
    public long current() {
        return current;
    }
}
