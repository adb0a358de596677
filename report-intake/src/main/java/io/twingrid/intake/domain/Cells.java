package io.twingrid.intake.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * A grid over the globe that makes "near" a question an ordinary index can answer: a report carries the name of its cell,
 * a search names the cells that its circle touches.
 */
public final class Cells {
    /** Degrees; 222 m from south to north. */
    private static final double SIZE = 0.002;
    /** Metres a degree of latitude has, on a sphere of the earth's mean radius. */
    private static final double METRES = 111_195;
    /** Meridians meet at the poles; nearer to them than 78 degrees a circle is cut short rather than counted in thousands. */
    private static final double NARROWEST = 0.2;

    private Cells() {}

    public static String of(Location place) {
        return name(index(place.lat()), index(place.lon()));
    }

    /** The cells that a circle touches, with those at its corners. */
    public static List<String> around(Location centre, double metres) {
        double north = metres / METRES;
        double east = north / Math.max(NARROWEST, Math.cos(Math.toRadians(centre.lat())));
        List<String> cells = new ArrayList<>();
        for (long lat = index(centre.lat() - north); lat <= index(centre.lat() + north); lat++) {
            for (long lon = index(centre.lon() - east); lon <= index(centre.lon() + east); lon++) {
                cells.add(name(lat, lon));
            }
        }
        return cells;
    }

    /** Metres between two places that are near each other. */
    public static double metres(Location a, Location b) {
        double east = (a.lon() - b.lon()) * Math.cos(Math.toRadians((a.lat() + b.lat()) / 2));
        return Math.hypot(a.lat() - b.lat(), east) * METRES;
    }

    private static long index(double degrees) {
        return (long) Math.floor(degrees / SIZE);
    }

    private static String name(long lat, long lon) {
        return lat + ":" + lon;
    }
}
