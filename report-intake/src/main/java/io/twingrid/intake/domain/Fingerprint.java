package io.twingrid.intake.domain;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a picture looks like, in 64 bits (difference hash): each bit says whether a point of a small grey copy is darker
 * than its neighbour. Copies of a picture that were scaled or encoded anew differ in few bits.
 */
public record Fingerprint(long bits) {
    /** Points of the grey copy: eight rows of nine. */
    public static final int COLUMNS = 9;

    public static final int ROWS = 8;
    private static final int BANDS = 4;
    /** A picture of one colour has nothing to know it by. */
    private static final int FEWEST_EDGES = 4;

    /**
     * The fingerprint of a grey copy.
     *
     * @param grey rows of points, each from 0 to 255
     */
    public static Fingerprint of(int[][] grey) {
        long bits = 0;
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS - 1; column++) {
                bits = bits << 1 | (grey[row][column] < grey[row][column + 1] ? 1 : 0);
            }
        }
        return new Fingerprint(bits);
    }

    public int distance(Fingerprint other) {
        return Long.bitCount(bits ^ other.bits);
    }

    /** Whether there is enough in the picture to know it again. */
    public boolean isTelling() {
        int ones = Long.bitCount(bits);
        return ones >= FEWEST_EDGES && ones <= Long.SIZE - FEWEST_EDGES;
    }

    /** Four parts for an index: two fingerprints that differ in at most three bits have at least one in common. */
    public List<String> bands() {
        return IntStream.range(0, BANDS)
                .mapToObj(band -> band + ":" + Long.toHexString(bits >>> (16 * band) & 0xffff))
                .toList();
    }
}
