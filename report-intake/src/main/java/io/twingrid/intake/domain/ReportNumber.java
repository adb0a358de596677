package io.twingrid.intake.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** A report's number: the day in the town and 40 bits of the id's SHA-256 in Crockford's base 32, which has no I, L, O, U. */
final class ReportNumber {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");
    private static final int CHARACTERS = 8;

    private ReportNumber() {}

    static String of(String id, Instant at, ZoneId zone) {
        byte[] hash = Sha256.of(id);
        long bits = 0;
        for (int i = 0; i < 5; i++) {
            bits = bits << 8 | (hash[i] & 0xff);
        }
        StringBuilder number = new StringBuilder(DAY.format(at.atZone(zone))).append('-');
        for (int i = CHARACTERS - 1; i >= 0; i--) {
            number.append(ALPHABET.charAt((int) (bits >> (5 * i)) & 31));
        }
        return number.toString();
    }
}
