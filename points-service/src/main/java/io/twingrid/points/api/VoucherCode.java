package io.twingrid.points.api;

import java.security.SecureRandom;

/** Codes that are read aloud and typed: Crockford's base 32 has no letters that look like digits. */
final class VoucherCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** 60 bits: nobody guesses one, and two are not alike. */
    private static final int LENGTH = 12;

    private static final SecureRandom RANDOM = new SecureRandom();

    private VoucherCode() {}

    static String random() {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }
}
