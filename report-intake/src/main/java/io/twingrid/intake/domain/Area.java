package io.twingrid.intake.domain;

import org.jspecify.annotations.Nullable;

/** Where a report belongs: ids of the three nested areas. */
public record Area(
        String street, String community, @Nullable String grid) {}
