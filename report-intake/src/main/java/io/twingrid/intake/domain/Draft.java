package io.twingrid.intake.domain;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to report, before it is accepted; every part may be missing or wrong.
 *
 * @param crs coordinate system of {@code lat} and {@code lon}, or null for WGS-84
 */
public record Draft(
        @Nullable String category,
        @Nullable String description,
        @Nullable Double lat,
        @Nullable Double lon,
        @Nullable Crs crs,
        @Nullable String address,
        List<String> photos,
        boolean handledOnSpot,
        Map<String, String> attributes) {
    public Draft {
        photos = List.copyOf(photos);
        attributes = Map.copyOf(attributes);
    }
}
