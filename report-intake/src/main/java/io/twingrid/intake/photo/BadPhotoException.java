package io.twingrid.intake.photo;

/** A file that is not taken as a photo; the message says to its sender why. */
public final class BadPhotoException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadPhotoException(String message) {
        super(message);
    }

    BadPhotoException(String message, Throwable cause) {
        super(message, cause);
    }
}
