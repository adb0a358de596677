package io.twingrid.chassis.fact;

/** The broker did not acknowledge in time. Over HTTP this is 503 with {@code Retry-After}. */
public final class BrokerAwayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BrokerAwayException(String message) {
        super(message);
    }

    public BrokerAwayException(String message, Throwable cause) {
        super(message, cause);
    }
}
