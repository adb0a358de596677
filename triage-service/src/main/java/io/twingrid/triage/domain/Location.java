package io.twingrid.triage.domain;

/**
 * A place in WGS-84.
 *
 * @param lat degrees north, −90 to 90
 * @param lon degrees east, −180 to 180
 */
public record Location(double lat, double lon) {
    public Location {
        if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) {
            throw new IllegalArgumentException("not a place on the globe: lat " + lat + ", lon " + lon);
        }
    }
}
