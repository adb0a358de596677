package io.twingrid.notification.channel.robot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/** Signatures after Standard Webhooks: HMAC-SHA256 over {@code id.timestamp.body}. */
final class StandardWebhooks {
    private static final String SECRET_PREFIX = "whsec_";

    private StandardWebhooks() {}

    /**
     * The headers of a call.
     *
     * @param secret {@code whsec_} and the key in base64
     */
    static Map<String, String> headers(String secret, String id, Instant at, byte[] body) {
        String timestamp = Long.toString(at.getEpochSecond());
        byte[] key = Base64.getDecoder().decode(secret.substring(SECRET_PREFIX.length()));
        return Map.of(
                "content-type",
                "application/cloudevents+json",
                "webhook-id",
                id,
                "webhook-timestamp",
                timestamp,
                "webhook-signature",
                "v1," + Hmac.sha256(key, id + "." + timestamp + "." + new String(body, UTF_8)));
    }
}
