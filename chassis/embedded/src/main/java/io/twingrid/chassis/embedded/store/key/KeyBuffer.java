package io.twingrid.chassis.embedded.store.key;

import java.util.Arrays;

/** A growing run of key bytes. */
public final class KeyBuffer {

    private byte[] bytes = new byte[64];
    private int length;

    public int length() {
        return length;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    KeyBuffer putByte(int value) {
        ensure(1);
        bytes[length++] = (byte) value;
        return this;
    }

    public KeyBuffer put(byte[] source) {
        return put(source, 0, source.length);
    }

    KeyBuffer put(byte[] source, int from, int count) {
        ensure(count);
        System.arraycopy(source, from, bytes, length, count);
        length += count;
        return this;
    }

    KeyBuffer putInt(int value) {
        return putBigEndian(value, Integer.BYTES);
    }

    KeyBuffer putLong(long value) {
        return putBigEndian(value, Long.BYTES);
    }

    /** Appends the lowest {@code count} bytes of a number, the most significant one first. */
    KeyBuffer putBigEndian(long value, int count) {
        ensure(count);
        for (int i = count - 1; i >= 0; i--) {
            bytes[length++] = (byte) (value >>> (i * Byte.SIZE));
        }
        return this;
    }

    /** Turns the order of everything since {@code start} around, for a descending field. */
    KeyBuffer complementSince(int start) {
        for (int i = start; i < length; i++) {
            bytes[i] = (byte) ~bytes[i];
        }
        return this;
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
