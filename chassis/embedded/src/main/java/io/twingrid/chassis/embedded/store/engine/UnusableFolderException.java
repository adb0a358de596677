package io.twingrid.chassis.embedded.store.engine;

/** A folder cannot be used as a store. The message is one sentence that says why and what to do; nothing was changed. */
public final class UnusableFolderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableFolderException(String sentence) {
        super(sentence);
    }

    UnusableFolderException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
