package io.twingrid.points.domain;

/** The rules do not allow what was asked; the message is a sentence for the person who asked. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RefusedException(String reason) {
        super(reason);
    }
}
