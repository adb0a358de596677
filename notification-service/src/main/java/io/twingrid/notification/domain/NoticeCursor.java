package io.twingrid.notification.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far a reader has come, in each of his audiences: the id of an event in the stream. From one event to the next no
 * component falls.
 *
 * <p>Written as unpadded base64url of a version byte and, for each audience in the order of its key, the key (the first
 * eight bytes of the SHA-256 of its id, so that a cursor names nobody and stays short) and the seq as a varint (LEB128).
 */
public final class NoticeCursor {
    /** A reader without any place: everything starts now. */
    public static final NoticeCursor NOWHERE = new NoticeCursor(new TreeMap<>());

    private static final byte VERSION = 1;
    private static final int KEY_BYTES = Long.BYTES;
    private static final int LONGEST_VARINT = 9;

    private final SortedMap<Long, Long> seqs;

    private NoticeCursor(SortedMap<Long, Long> seqs) {
        this.seqs = seqs;
    }

    /** A cursor at these places. */
    public static NoticeCursor at(Map<Audience, Long> places) {
        SortedMap<Long, Long> seqs = new TreeMap<>();
        places.forEach((audience, seq) -> seqs.put(key(audience), seq));
        return new NoticeCursor(seqs);
    }

    /** This cursor, moved in one audience. */
    public NoticeCursor with(Audience audience, long seq) {
        SortedMap<Long, Long> moved = new TreeMap<>(seqs);
        moved.put(key(audience), seq);
        return new NoticeCursor(moved);
    }

    /** The last notice of an audience that the reader has; empty if the cursor does not know the audience. */
    public OptionalLong seqOf(Audience audience) {
        Long seq = seqs.get(key(audience));
        return seq == null ? OptionalLong.empty() : OptionalLong.of(seq);
    }

    /** The text that {@link #parse} reads. */
    public String text() {
        ByteBuffer bytes = ByteBuffer.allocate(1 + seqs.size() * (KEY_BYTES + LONGEST_VARINT));
        bytes.put(VERSION);
        seqs.forEach((key, seq) -> {
            bytes.putLong(key);
            putVarint(bytes, seq);
        });
        bytes.flip();
        ByteBuffer text = Base64.getUrlEncoder().withoutPadding().encode(bytes);
        return UTF_8.decode(text).toString();
    }

    /**
     * Reads a cursor that a client sends back.
     *
     * @throws IllegalArgumentException if the text is not one that {@link #text} wrote
     */
    public static NoticeCursor parse(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
        SortedMap<Long, Long> seqs = new TreeMap<>();
        try {
            if (bytes.get() != VERSION) {
                throw new IllegalArgumentException("not a cursor of this version");
            }
            while (bytes.hasRemaining()) {
                seqs.put(bytes.getLong(), varint(bytes));
            }
        } catch (BufferUnderflowException cut) {
            throw new IllegalArgumentException("a cursor that was cut short", cut);
        }
        return new NoticeCursor(seqs);
    }

    private static void putVarint(ByteBuffer bytes, long value) {
        long rest = value;
        while (rest > 0x7F) {
            bytes.put((byte) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        bytes.put((byte) rest);
    }

    private static long varint(ByteBuffer bytes) {
        long value = 0;
        for (int place = 0; place < LONGEST_VARINT; place++) {
            byte next = bytes.get();
            value |= (next & 0x7FL) << (7 * place);
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number longer than 63 bits");
    }

    private static long key(Audience audience) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(audience.id().getBytes(UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoticeCursor cursor && cursor.seqs.equals(seqs);
    }

    @Override
    public int hashCode() {
        return seqs.hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
