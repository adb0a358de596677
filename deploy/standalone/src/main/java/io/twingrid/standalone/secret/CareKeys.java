package io.twingrid.standalone.secret;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The keys that the addresses of care tasks are encrypted with, as {@code ESCALATION_CARE_KEYS} writes them: {@code id:key,…}.
 * Whoever changes the key puts a new one in front of the file's line.
 */
public final class CareKeys {
    private static final int BYTES = 32;

    private CareKeys() {}

    /** The keys in the data folder; the first is made at the first start. */
    public static String in(Path data) {
        return SecretFile.in(data.resolve("care").resolve("keys"), CareKeys::fresh);
    }

    private static String fresh() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return "first:" + Base64.getEncoder().encodeToString(key);
    }
}
