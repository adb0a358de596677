package io.twingrid.chassis.embedded.store.query;

import org.jspecify.annotations.Nullable;

/** A part of an index to be read: the keys in {@code [from, to)}. */
final class KeyRange {

    private final byte[] from;
    private final byte @Nullable [] to;
    private final int[] pointEnds;

    /**
     * A range.
     *
     * @param to null for the index's end
     * @param pointEnds the lengths of {@code from} after each of its leading fields that have one value throughout the range
     */
    KeyRange(byte[] from, byte @Nullable [] to, int[] pointEnds) {
        this.from = from;
        this.to = to;
        this.pointEnds = pointEnds;
    }

    byte[] from() {
        return from;
    }

    byte @Nullable [] to() {
        return to;
    }

    int[] pointEnds() {
        return pointEnds;
    }

    /** The bytes that the first fields take. */
    int lengthOf(int fields) {
        return fields == 0 ? 0 : pointEnds[fields - 1];
    }
}
