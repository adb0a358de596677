package io.twingrid.points;

import java.security.SecureRandom;

/** Codes that are read aloud and typed: Crockford's base 32 has no letters that look like digits. */
public final class Codes {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Codes() {}

    /**
     * A code that nobody guesses.
     *
     * @param length in characters, of 5 bits each
     */
    public static String random(int length) {
        return RANDOM.ints(length, 0, ALPHABET.length())
                .collect(StringBuilder::new, (code, i) -> code.append(ALPHABET.charAt(i)), StringBuilder::append)
                .toString();
    }
}
