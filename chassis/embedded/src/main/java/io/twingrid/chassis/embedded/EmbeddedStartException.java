package io.twingrid.chassis.embedded;

/**
 * An embedded part could not start. The message is one sentence for the person at the console: what is wrong, and what to
 * do about it. Nothing on disk was changed or overwritten.
 */
public final class EmbeddedStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EmbeddedStartException(String sentence) {
        super(sentence);
    }

    public EmbeddedStartException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
