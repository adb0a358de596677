package io.twingrid.chassis.embedded.store.log;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the log.
 *
 * @param kind whether the document is there from now on, or gone
 * @param collection the number of its collection
 * @param record the number of the document within its collection
 * @param bson the document; empty when it is gone
 */
public record LogRecord(Kind kind, int collection, long record, ByteBuffer bson) {

    /** What a record says about its document. */
    public enum Kind {
        PUT(1),
        REMOVE(2);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        private static @Nullable Kind of(int code) {
            return code == PUT.code ? PUT : code == REMOVE.code ? REMOVE : null;
        }
    }

    // length 4 | checksum 4 | mark 1 | kind 1 | record 6 | collection 4, then the document, then padding to 16 bytes.
    static final int HEADER = 20;
    private static final int CHECKED_FROM = 8;
    private static final byte MARK = (byte) 0xB5;
    private static final int MARK_SHIFT = 56;
    private static final int RECORD_BITS = 48;
    private static final long RECORD_MASK = (1L << RECORD_BITS) - 1;

    static int sizeOf(int bsonLength) {
        int unpadded = HEADER + bsonLength;
        return (unpadded + Address.UNIT - 1) / Address.UNIT * Address.UNIT;
    }

    /** Writes the record at the buffer's position and moves it to the end of the padding. */
    void writeTo(ByteBuffer out) {
        int start = out.position();
        int length = bson.remaining();
        out.putInt(length);
        out.putInt(0);
        out.putLong(((long) MARK << MARK_SHIFT) | ((long) kind.code << RECORD_BITS) | (record & RECORD_MASK));
        out.putInt(collection);
        out.put(bson.duplicate());
        out.putInt(start + Integer.BYTES, checksum(out, start, length));
        while ((out.position() - start) % Address.UNIT != 0) {
            out.put((byte) 0);
        }
    }

    /** Reads a record at the buffer's position without moving it; null when there is no whole and sound one. */
    static @Nullable LogRecord readFrom(ByteBuffer in) {
        int start = in.position();
        if (in.remaining() < HEADER) {
            return null;
        }
        int length = in.getInt(start);
        Kind kind = Kind.of(in.get(start + CHECKED_FROM + 1));
        boolean plausible = length >= 0 && length <= in.remaining() - HEADER && in.get(start + CHECKED_FROM) == MARK;
        if (kind == null || !plausible || in.getInt(start + Integer.BYTES) != checksum(in, start, length)) {
            return null;
        }
        return new LogRecord(
                kind,
                in.getInt(start + CHECKED_FROM + Long.BYTES),
                in.getLong(start + CHECKED_FROM) & RECORD_MASK,
                in.slice(start + HEADER, length));
    }

    private static int checksum(ByteBuffer buffer, int start, int length) {
        CRC32C crc = new CRC32C();
        crc.update(buffer.slice(start, Integer.BYTES));
        crc.update(buffer.slice(start + CHECKED_FROM, HEADER - CHECKED_FROM + length));
        return (int) crc.getValue();
    }
}
