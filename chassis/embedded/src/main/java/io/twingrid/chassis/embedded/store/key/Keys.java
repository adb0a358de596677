package io.twingrid.chassis.embedded.store.key;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Arithmetic on key bytes. */
public final class Keys {

    /** Bytes that a record id takes at the end of an index entry: 2^48 records a collection. */
    public static final int RECORD_ID_BYTES = 6;

    private Keys() {}

    /** The smallest key greater than every key that begins with {@code prefix}; null when there is none. */
    public static byte @Nullable [] after(byte[] prefix) {
        int last = prefix.length - 1;
        while (last >= 0 && prefix[last] == (byte) 0xFF) {
            last--;
        }
        if (last < 0) {
            return null;
        }
        byte[] next = Arrays.copyOf(prefix, last + 1);
        next[last]++;
        return next;
    }

    public static boolean startsWith(byte[] key, byte[] prefix) {
        return key.length >= prefix.length && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }

    /** An index entry: the fields' bytes, then the record, so that equal keys stand side by side. */
    public static byte[] entry(byte[] fields, long record) {
        byte[] entry = Arrays.copyOf(fields, fields.length + RECORD_ID_BYTES);
        for (int i = 0; i < RECORD_ID_BYTES; i++) {
            entry[entry.length - 1 - i] = (byte) (record >>> (i * Byte.SIZE));
        }
        return entry;
    }

    /** The record that an index entry points at. */
    public static long recordOf(byte[] entry) {
        long record = 0;
        for (int i = entry.length - RECORD_ID_BYTES; i < entry.length; i++) {
            record = record << Byte.SIZE | (entry[i] & 0xFF);
        }
        return record;
    }

    static byte[] complement(byte[] key) {
        byte[] complement = new byte[key.length];
        for (int i = 0; i < key.length; i++) {
            complement[i] = (byte) ~key[i];
        }
        return complement;
    }
}
