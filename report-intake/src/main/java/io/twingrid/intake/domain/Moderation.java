package io.twingrid.intake.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A decision of staff on who sees a report. */
public record Moderation(
        Visibility visibility,
        String by,
        Instant at,
        @Nullable String reason) {}
