package io.twingrid.chassis.embedded.store.log;

/**
 * A place between two records.
 *
 * @param segment the segment's number, ascending from 1
 * @param offset bytes from the segment's beginning
 */
public record Position(int segment, int offset) implements Comparable<Position> {

    public static final Position START = new Position(1, 0);

    public static Position fromLong(long packed) {
        return new Position((int) (packed >>> Integer.SIZE), (int) packed);
    }

    public long toLong() {
        return (long) segment << Integer.SIZE | offset;
    }

    @Override
    public int compareTo(Position other) {
        return Long.compare(toLong(), other.toLong());
    }
}
