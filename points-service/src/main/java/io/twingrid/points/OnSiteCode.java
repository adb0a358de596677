package io.twingrid.points;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The rotating code that is shown where an activity takes place: a time-based one-time password by <a
 * href="https://www.rfc-editor.org/rfc/rfc6238">RFC 6238</a> with its defaults, SHA-1, 30 seconds and six digits.
 */
final class OnSiteCode {
    /** Seconds that a code is shown. */
    private static final long STEP = 30;

    /** Codes before and after that are good as well: people type slowly, and clocks differ. */
    private static final int TOLERANCE = 1;

    private static final int SECRET_BYTES = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private OnSiteCode() {}

    /** A new secret, in base 64. */
    static String newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return Base64.getEncoder().encodeToString(secret);
    }

    /** The code of a time. */
    static String at(String secret, Instant time) {
        return code(Base64.getDecoder().decode(secret), Math.floorDiv(time.getEpochSecond(), STEP));
    }

    /** When the next code comes. */
    static Instant nextAfter(Instant time) {
        return Instant.ofEpochSecond((Math.floorDiv(time.getEpochSecond(), STEP) + 1) * STEP);
    }

    /** Whether somebody who is on site at this time can have read this code. */
    static boolean isRight(String secret, String code, Instant time) {
        boolean right = false;
        for (int step = -TOLERANCE; step <= TOLERANCE; step++) {
            String good = at(secret, time.plusSeconds(step * STEP));
            // Every code is compared in full, so that how long it takes tells nothing.
            right |= MessageDigest.isEqual(bytes(good), bytes(code));
        }
        return right;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static String code(byte[] secret, long counter) {
        byte[] hash =
                hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(counter).array());
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
        return "%06d".formatted(number % 1_000_000);
    }

    private static byte[] hmac(byte[] secret, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA1", e);
        }
    }
}
