package io.twingrid.chassis.embedded.store.key;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A place between keys: right before or right after everything that begins with a prefix. */
final class Cut implements Comparable<Cut> {

    static final Cut LOWEST = before(new byte[0]);
    static final Cut HIGHEST = after(new byte[0]);

    private final byte[] prefix;
    private final boolean after;

    private Cut(byte[] prefix, boolean after) {
        this.prefix = prefix;
        this.after = after;
    }

    static Cut before(byte[] prefix) {
        return new Cut(prefix, false);
    }

    static Cut after(byte[] prefix) {
        return new Cut(prefix, true);
    }

    byte[] prefix() {
        return prefix;
    }

    /** The first key behind this place in an ascending field; null when there is none. */
    byte @Nullable [] ascending() {
        return after ? Keys.after(prefix) : prefix;
    }

    /** The same place in a descending field, where right after becomes right before. */
    byte @Nullable [] descending() {
        byte[] mirrored = Keys.complement(prefix);
        return after ? mirrored : Keys.after(mirrored);
    }

    @Override
    public int compareTo(Cut other) {
        byte[] mine = ascending();
        byte[] theirs = other.ascending();
        if (mine == null || theirs == null) {
            return Boolean.compare(mine == null, theirs == null);
        }
        return Arrays.compareUnsigned(mine, theirs);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Cut cut && compareTo(cut) == 0;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ascending());
    }
}
