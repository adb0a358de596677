package io.twingrid.triage.domain;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which cases, newest report first. A condition that is null holds for all.
 *
 * @param areas ids of areas, one of which a case must be in
 * @param handler id of the person who handles it
 * @param text words of its number, description or address, all of which it must have
 * @param submittedBefore when the report was submitted at the latest, exclusive
 * @param after where the page before ended, or null for the first page
 * @param most how many at most
 */
public record CaseQuery(
        @Nullable Set<String> areas,
        @Nullable CaseState state,
        @Nullable Light light,
        @Nullable String handler,
        @Nullable String category,
        @Nullable String text,
        @Nullable Instant submittedBefore,
        @Nullable CasePosition after,
        int most) {
    public CaseQuery {
        areas = areas == null ? null : Set.copyOf(areas);
    }

    /** The same question within certain areas; null for all of the town. */
    public CaseQuery within(@Nullable Set<String> others) {
        return new CaseQuery(others, state, light, handler, category, text, submittedBefore, after, most);
    }
}
