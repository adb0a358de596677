package io.twingrid.chassis.web;

import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/**
 * The headers of a call after <a
 * href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard Webhooks</a>;
 * whoever is called checks them with any of its libraries.
 */
public final class StandardWebhooks {
    private static final String PREFIX = "whsec_";
    private static final int SHORTEST_KEY = 24;
    private static final int LONGEST_KEY = 64;

    private StandardWebhooks() {}

    /** Whether a text is a key to sign with: {@code whsec_} and 24 to 64 bytes in Base64. */
    public static boolean isKey(String text) {
        if (!text.startsWith(PREFIX)) {
            return false;
        }
        try {
            int length = keyIn(text).length;
            return length >= SHORTEST_KEY && length <= LONGEST_KEY;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * The headers of a call that is not signed.
     *
     * @param id the same over all tries
     * @param at when this try is made
     */
    public static Map<String, String> unsigned(String id, Instant at) {
        return Map.of("webhook-id", id, "webhook-timestamp", Long.toString(at.getEpochSecond()));
    }

    /**
     * The headers of a call, with the signature: HMAC-SHA256 over {@code id.timestamp.body}.
     *
     * @param key what {@link #isKey} says yes to
     * @param body as it goes out, in UTF-8
     */
    public static Map<String, String> signed(String key, String id, Instant at, String body) {
        String timestamp = Long.toString(at.getEpochSecond());
        return Map.of(
                "webhook-id",
                id,
                "webhook-timestamp",
                timestamp,
                "webhook-signature",
                "v1," + Hmac.sha256(keyIn(key), id + "." + timestamp + "." + body));
    }

    private static byte[] keyIn(String text) {
        return Base64.getDecoder().decode(text.substring(PREFIX.length()));
    }
}
