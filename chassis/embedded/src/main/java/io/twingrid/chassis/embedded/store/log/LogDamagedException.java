package io.twingrid.chassis.embedded.store.log;

/** The log is not what it was when it was written. The message names the file and the place. */
public final class LogDamagedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LogDamagedException(String message) {
        super(message);
    }
}
