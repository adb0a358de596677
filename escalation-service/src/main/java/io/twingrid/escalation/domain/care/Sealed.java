package io.twingrid.escalation.domain.care;

/**
 * A text that only the holder of a key can read.
 *
 * @param key id of the key
 * @param text nonce and cipher text, in Base64
 */
public record Sealed(String key, String text) {}
