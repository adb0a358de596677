package io.twingrid.intake.photo;

import io.twingrid.intake.domain.Fingerprint;
import io.twingrid.intake.domain.Location;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the darkroom makes of a file: two JPEGs without metadata.
 *
 * @param width of the large one, in pixels
 * @param height of the large one, in pixels
 * @param place where the camera says it was, or null; for the sender alone
 * @param takenAt when the camera says it was, or null; for the sender alone
 */
public record Developed(
        ByteBuffer large,
        ByteBuffer small,
        int width,
        int height,
        Fingerprint fingerprint,
        @Nullable Location place,
        @Nullable Instant takenAt) {}
