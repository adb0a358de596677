package io.twingrid.notification.domain;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where exactly a target is, and the secrets that it takes to be heard there. */
public sealed interface Address {

    /**
     * A browser's push subscription (RFC 8030, RFC 8291).
     *
     * @param endpoint where its push service takes messages
     * @param key the browser's public key on P-256, uncompressed, base64url
     * @param auth the secret of 16 bytes that it shares with us, base64url
     */
    record Browser(URI endpoint, String key, String auth) implements Address {}

    /**
     * What is called over HTTP.
     *
     * @param url where; with robots it is a secret itself
     * @param secret what calls are signed with, or null where nothing is signed
     */
    record Hook(URI url, @Nullable String secret) implements Address {}

    /**
     * A mailbox.
     *
     * @param mailbox RFC 5321, {@code local@domain}
     */
    record Mailbox(String mailbox) implements Address {}
}
