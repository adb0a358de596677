package io.twingrid.chassis.fact;

/** A record that can never be read, however often it is tried: it is parked at once. The message names what is wrong with it. */
public final class UnreadableFactException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableFactException(String message) {
        super(message);
    }

    public UnreadableFactException(String message, Throwable cause) {
        super(message, cause);
    }
}
