package io.twingrid.chassis.file;

import org.jspecify.annotations.Nullable;

/** A settings file that cannot be used; the message names the file, the line and what is wrong with it. It stops the start. */
public final class BadFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadFileException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
