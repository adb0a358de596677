package io.twingrid.escalation.domain;

import org.jspecify.annotations.Nullable;

/**
 * Which cases of those that somebody may see; null leaves a criterion open.
 *
 * @param area id of a street, community or grid
 * @param department id of a department that it is dispatched to now, leading or joining
 */
public record CaseFilter(
        @Nullable String area,
        @Nullable StreetState state,
        @Nullable String department) {}
