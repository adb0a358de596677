package io.twingrid.triage.domain;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which cases, newest report first.
 *
 * @param areas ids of areas, one of which a case must be in; null for all of the town
 * @param state null for any
 * @param after where the page before ended, or null for the first page
 * @param most how many at most
 */
public record CaseQuery(
        @Nullable Set<String> areas,
        @Nullable CaseState state,
        @Nullable CasePosition after,
        int most) {
    public CaseQuery {
        areas = areas == null ? null : Set.copyOf(areas);
    }
}
