package io.twingrid.escalation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.twingrid.escalation.domain.care.Sealed;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals what must not be readable at rest: AES-256 in GCM (NIST SP 800-38D) with a random nonce of 96 bits, bound to what it
 * belongs to, so that a sealed text moved to another task does not open. The key's id is kept with the text; the first key
 * seals, all open.
 */
final class CareSeal {
    private static final Logger log = LoggerFactory.getLogger(CareSeal.class);
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, SecretKey> keys = new LinkedHashMap<>();

    /**
     * A seal with these keys.
     *
     * @param settings each {@code id:key}, the key 32 bytes in Base64
     * @throws IllegalArgumentException if one is not of that form; the message does not repeat it
     */
    CareSeal(List<String> settings) {
        for (String setting : settings) {
            String[] parts = setting.split(":", 2);
            if (parts.length != 2 || parts[0].isBlank() || keys.put(parts[0], key(parts[1])) != null) {
                throw new IllegalArgumentException(
                        "escalation.care.keys are written 'id:key', each id once, the key 32 bytes in Base64");
            }
        }
    }

    /** Whether there is a key to seal with. */
    boolean isReady() {
        return !keys.isEmpty();
    }

    /**
     * Seals a text.
     *
     * @param belongsTo what the text belongs to; {@link #open} needs the same
     */
    Sealed seal(String text, String belongsTo) {
        Map.Entry<String, SecretKey> key = keys.entrySet().iterator().next();
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = apply(Cipher.ENCRYPT_MODE, key.getValue(), nonce, text.getBytes(UTF_8), belongsTo);
        byte[] all = ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return new Sealed(key.getKey(), Base64.getEncoder().encodeToString(all));
    }

    /** The text in a seal; empty if its key is not among the settings any more, or if it was tampered with, which the log says. */
    Optional<String> open(Sealed sealed, String belongsTo) {
        SecretKey key = keys.get(sealed.key());
        if (key == null) {
            log.error("{} stays closed: escalation.care.keys has no key '{}' any more", belongsTo, sealed.key());
            return Optional.empty();
        }
        try {
            return Optional.of(opened(sealed, key, belongsTo));
        } catch (IllegalStateException e) {
            log.error("{} stays closed: it is not what was sealed with the key '{}'", belongsTo, sealed.key(), e);
            return Optional.empty();
        }
    }

    private static String opened(Sealed sealed, SecretKey key, String belongsTo) {
        ByteBuffer all = ByteBuffer.wrap(Base64.getDecoder().decode(sealed.text()));
        byte[] nonce = new byte[NONCE_BYTES];
        byte[] text = new byte[all.remaining() - NONCE_BYTES];
        all.get(nonce).get(text);
        return new String(apply(Cipher.DECRYPT_MODE, key, nonce, text, belongsTo), UTF_8);
    }

    private static byte[] apply(int mode, SecretKey key, byte[] nonce, byte[] text, String belongsTo) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(belongsTo.getBytes(UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed text cannot be handled: " + e.getMessage(), e);
        }
    }

    private static SecretKey key(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a key of escalation.care.keys is not Base64", e);
        }
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key of escalation.care.keys must have 32 bytes: " + bytes.length);
        }
        return new SecretKeySpec(bytes, "AES");
    }
}
