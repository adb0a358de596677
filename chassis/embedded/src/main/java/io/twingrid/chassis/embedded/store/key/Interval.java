package io.twingrid.chassis.embedded.store.key;

import org.jspecify.annotations.Nullable;

/** An unbroken run of values of one field, such as {@code [5, 9)}, or exactly one value. */
public final class Interval {

    private final Cut low;
    private final Cut high;
    private final boolean point;

    private Interval(Cut low, Cut high, boolean point) {
        this.low = low;
        this.high = high;
        this.point = point;
    }

    public static Interval point(@Nullable Object value) {
        byte[] key = ValueKey.of(value);
        return new Interval(Cut.before(key), Cut.after(key), true);
    }

    /** From a value to the end of its type: MongoDB's ranges never leave the type of their operand. */
    public static Interval above(Object value, boolean inclusive) {
        return new Interval(at(value, !inclusive), Cut.after(typeOf(value)), false);
    }

    /** From the beginning of a value's type to the value. */
    public static Interval below(Object value, boolean inclusive) {
        return new Interval(Cut.before(typeOf(value)), at(value, inclusive), false);
    }

    private static Cut at(Object value, boolean after) {
        byte[] key = ValueKey.of(value);
        return after ? Cut.after(key) : Cut.before(key);
    }

    private static byte[] typeOf(Object value) {
        return new byte[] {(byte) ValueKey.typeOf(value)};
    }

    public static Interval everything() {
        return new Interval(Cut.LOWEST, Cut.HIGHEST, false);
    }

    public boolean isPoint() {
        return point;
    }

    public boolean contains(@Nullable Object value) {
        Interval other = point(value);
        return low.compareTo(other.low) <= 0 && other.high.compareTo(high) <= 0;
    }

    @Nullable
    Interval intersect(Interval other) {
        Cut from = low.compareTo(other.low) >= 0 ? low : other.low;
        Cut to = high.compareTo(other.high) <= 0 ? high : other.high;
        return from.compareTo(to) < 0 ? new Interval(from, to, point || other.point) : null;
    }

    boolean touches(Interval next) {
        return next.low.compareTo(high) <= 0;
    }

    /** What covers both; they must touch. */
    Interval join(Interval next) {
        if (high.compareTo(next.high) >= 0) {
            return this;
        }
        return new Interval(low, next.high, low.equals(next.low) && next.point);
    }

    int compareLow(Interval other) {
        return low.compareTo(other.low);
    }

    boolean covers(Interval other) {
        return low.compareTo(other.low) <= 0 && other.high.compareTo(high) <= 0;
    }

    /** The bytes of a point in a field of that direction. */
    public byte[] pointKey(boolean ascending) {
        if (!point) {
            throw new IllegalStateException("a range has no single key");
        }
        return ascending ? low.prefix() : Keys.complement(low.prefix());
    }

    /** The first key of this run in a field of that direction; never null, as a run that begins behind all keys is empty. */
    public byte[] from(boolean ascending) {
        byte[] from = ascending ? low.ascending() : high.descending();
        return from == null ? new byte[0] : from;
    }

    /** The first key behind this run in a field of that direction; null when it reaches to the end. */
    public byte @Nullable [] to(boolean ascending) {
        return ascending ? high.ascending() : low.descending();
    }
}
