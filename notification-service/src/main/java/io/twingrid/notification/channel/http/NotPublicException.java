package io.twingrid.notification.channel.http;

import java.io.IOException;

/** A name led to an address that we do not call. */
final class NotPublicException extends IOException {
    private static final long serialVersionUID = 1L;

    NotPublicException(String host) {
        super(host + " is not on the public internet");
    }
}
