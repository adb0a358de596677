package io.twingrid.notification.domain;

/** A reader took his notices more slowly than they came, until his queue was full. He resumes from his last id. */
public final class SlowReaderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SlowReaderException(int queue) {
        super("more than " + queue + " notices wait for a reader that does not take them");
    }
}
