package io.twingrid.triage.domain;

/**
 * A place in WGS-84.
 *
 * @param lat degrees north, −90 to 90
 * @param lon degrees east, −180 to 180
 */
public record Location(double lat, double lon) {
    private static final double EARTH_RADIUS_METRES = 6_371_008.8;

    public Location {
        if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) {
            throw new IllegalArgumentException("not a place on the globe: lat " + lat + ", lon " + lon);
        }
    }

    /** How far away another place is, in metres along the earth's surface as if it were a ball (haversine formula). */
    public double metresTo(Location other) {
        double north = Math.sin(Math.toRadians(other.lat - lat) / 2);
        double east = Math.sin(Math.toRadians(other.lon - lon) / 2);
        double half = north * north + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(other.lat)) * east * east;
        return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(half)));
    }
}
