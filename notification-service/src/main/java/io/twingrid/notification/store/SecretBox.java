package io.twingrid.notification.store;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.encrypt.Encryptors;
import org.springframework.security.crypto.encrypt.TextEncryptor;

/**
 * Keeps secrets so that who reads the store does not read them: AES-256-GCM under a key that the operator keeps elsewhere.
 * Without such a key they are kept as they are, and are as safe as the store is.
 */
public final class SecretBox {
    private static final String SEALED = "sealed:";
    private static final String OPEN = "open:";
    /** One for all, because all instances must come to the same key; the operator's key has the entropy. */
    private static final String SALT = "7477696e67726964";

    private final @Nullable TextEncryptor encryptor;

    /**
     * A box.
     *
     * @param key the operator's, or empty for none
     */
    public SecretBox(String key) {
        this.encryptor = key.isEmpty() ? null : Encryptors.delux(key, SALT);
    }

    String seal(String secret) {
        return encryptor == null ? OPEN + secret : SEALED + encryptor.encrypt(secret);
    }

    /**
     * What was sealed.
     *
     * @throws IllegalStateException if it was sealed with a key that this box does not have
     */
    String open(String kept) {
        if (kept.startsWith(OPEN)) {
            return kept.substring(OPEN.length());
        }
        try {
            if (encryptor != null) {
                return encryptor.decrypt(kept.substring(SEALED.length()));
            }
        } catch (IllegalStateException e) {
            throw new IllegalStateException("a secret was sealed with another key than DELIVERY_STORE_KEY", e);
        }
        throw new IllegalStateException("a secret was sealed, and DELIVERY_STORE_KEY is not set");
    }
}
