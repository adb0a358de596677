package io.twingrid.chassis.embedded.store.log;

/**
 * Where a record stands and how much room it takes, in one long: 22 bits segment, 21 bits offset, 21 bits length, the latter
 * two in units of 16 bytes.
 */
public final class Address {

    static final int UNIT = 16;
    private static final int BITS = 21;
    private static final int MASK = (1 << BITS) - 1;

    /** No record can be longer and no segment can take a record that begins behind this: 32 MiB. */
    static final int LIMIT = UNIT << BITS;

    private Address() {}

    static long of(int segment, int offset, int length) {
        return ((long) segment << (2 * BITS)) | ((long) (offset / UNIT) << BITS) | (length / UNIT);
    }

    static int segment(long address) {
        return (int) (address >>> (2 * BITS));
    }

    static int offset(long address) {
        return (int) ((address >>> BITS) & MASK) * UNIT;
    }

    /** The bytes that the record takes, its header and its padding included. */
    static int length(long address) {
        return (int) (address & MASK) * UNIT;
    }
}
