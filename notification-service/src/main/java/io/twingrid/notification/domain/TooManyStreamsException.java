package io.twingrid.notification.domain;

/** A person has as many live streams as he may have at a time. */
public final class TooManyStreamsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TooManyStreamsException(int most) {
        super("there are " + most + " live streams of yours already; close one, or let your tabs share one");
    }
}
