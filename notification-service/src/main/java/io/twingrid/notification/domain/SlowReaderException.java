package io.twingrid.notification.domain;

import java.time.Duration;

/** A reader whose queue is full takes nothing any more. He resumes from his last id when he comes back. */
public final class SlowReaderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SlowReaderException(Duration idle) {
        super("notices wait, and the reader has taken none for " + idle);
    }
}
