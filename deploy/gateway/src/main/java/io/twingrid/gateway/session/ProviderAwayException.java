package io.twingrid.gateway.session;

/** Nobody can sign in for the moment: the provider does not answer. */
public final class ProviderAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ProviderAwayException(Throwable cause) {
        super("the OpenID Connect provider is away", cause);
    }
}
