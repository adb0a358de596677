package io.twingrid.notification.domain;

/** A way to a person beside the live stream, which everybody has. */
public enum Channel {
    /** Web Push (RFC 8030) to the browsers and phones that he registered. */
    PUSH,
    /** Mail to the address in his preferences. */
    MAIL
}
