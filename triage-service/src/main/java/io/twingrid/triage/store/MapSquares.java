package io.twingrid.triage.store;

import io.twingrid.triage.domain.Location;
import java.util.ArrayList;
import java.util.List;

/**
 * The map in squares, so that an ordinary index finds what is near by: the store that is embedded knows no geometry. A
 * square is {@value #PER_DEGREE}th of a degree wide and high, at 24° N about 205 × 220 m.
 */
final class MapSquares {
    private static final int PER_DEGREE = 500;
    private static final double METRES_PER_DEGREE = 111_320;

    private MapSquares() {}

    /** A kind of matter in the square that holds a place. */
    static String spotOf(String category, Location place) {
        return spot(category, square(place.lat()), square(place.lon()));
    }

    /** A kind of matter in each square that holds a place no farther away than {@code metres}. */
    static List<String> spotsAround(String category, Location place, int metres) {
        double north = metres / METRES_PER_DEGREE;
        double east = metres / (METRES_PER_DEGREE * Math.max(0.01, Math.cos(Math.toRadians(place.lat()))));
        List<String> spots = new ArrayList<>();
        for (long lat = square(place.lat() - north); lat <= square(place.lat() + north); lat++) {
            for (long lon = square(place.lon() - east); lon <= square(place.lon() + east); lon++) {
                spots.add(spot(category, lat, lon));
            }
        }
        return spots;
    }

    private static long square(double degrees) {
        return (long) Math.floor(degrees * PER_DEGREE);
    }

    private static String spot(String category, long lat, long lon) {
        return category + '@' + lat + ',' + lon;
    }
}
