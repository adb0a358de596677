package io.twingrid.intake;

import io.twingrid.intake.domain.Secrets;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import reactor.core.publisher.Mono;

/**
 * Links for people without an account, by which they follow their report and say how it turned out. A link's token is the
 * report's id with 128 bits of an HMAC (RFC 2104): it cannot be guessed, need not be stored, and is the same each time.
 */
public final class FollowLinks {
    private static final int ID_BYTES = 16;
    private static final int MAC_BYTES = 16;

    private final Mono<byte[]> secret;

    FollowLinks(Secrets secrets) {
        // Kept once it is known; unlike cache(), this does not keep a failure to read it.
        this.secret = secrets.secret("follow-links").cacheInvalidateIf(bytes -> false);
    }

    public Mono<String> token(String reportId) {
        return secret.map(key -> {
            byte[] id = bytes(UUID.fromString(reportId));
            byte[] token = Arrays.copyOf(id, ID_BYTES + MAC_BYTES);
            System.arraycopy(mac(key, id), 0, token, ID_BYTES, MAC_BYTES);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        });
    }

    /** The report of a token; empty if the token is none of ours. */
    public Mono<String> reportId(String token) {
        return secret.flatMap(key -> {
            byte[] bytes;
            try {
                bytes = Base64.getUrlDecoder().decode(token);
            } catch (IllegalArgumentException e) {
                return Mono.empty();
            }
            if (bytes.length != ID_BYTES + MAC_BYTES) {
                return Mono.empty();
            }
            byte[] id = Arrays.copyOf(bytes, ID_BYTES);
            byte[] expected = Arrays.copyOf(mac(key, id), MAC_BYTES);
            return MessageDigest.isEqual(expected, Arrays.copyOfRange(bytes, ID_BYTES, bytes.length))
                    ? Mono.just(uuid(id).toString())
                    : Mono.empty();
        });
    }

    private static byte[] mac(byte[] key, byte[] id) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(id);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(ID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static UUID uuid(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
