package io.twingrid.intake.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests of texts (FIPS 180-4). */
public final class Sha256 {
    private Sha256() {}

    public static byte[] of(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The first 64 bits. */
    public static long bits(String text) {
        return ByteBuffer.wrap(of(text)).getLong();
    }

    /** In hexadecimal, 64 small characters. */
    public static String hex(String text) {
        return HexFormat.of().formatHex(of(text));
    }
}
