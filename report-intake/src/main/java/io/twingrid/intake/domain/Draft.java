package io.twingrid.intake.domain;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to report, before it is accepted; every part may be missing or wrong.
 *
 * @param crs coordinate system of {@code lat} and {@code lon}, or null for WGS-84
 * @param accuracy radius in metres within which the place is, as the phone says, or null
 * @param attributes in the order of their names, so that equal drafts are written equally
 */
public record Draft(
        @Nullable String category,
        @Nullable String description,
        @Nullable Double lat,
        @Nullable Double lon,
        @Nullable Crs crs,
        @Nullable Double accuracy,
        @Nullable String address,
        List<String> photos,
        boolean handledOnSpot,
        Map<String, String> attributes) {
    public Draft {
        photos = List.copyOf(photos);
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    /** The place in WGS-84, or null if a coordinate is missing or off the globe. */
    @Nullable
    Location place() {
        Double north = lat;
        Double east = lon;
        if (north == null || east == null || !(Math.abs(north) <= 90) || !(Math.abs(east) <= 180)) {
            return null;
        }
        return (crs == null ? Crs.WGS84 : crs).toWgs84(north, east);
    }
}
