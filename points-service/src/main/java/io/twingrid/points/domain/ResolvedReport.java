package io.twingrid.points.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report that was resolved, as far as a credit depends on it.
 *
 * @param observer id of the observer who reported it, and who is credited
 * @param category code out of the catalogue
 * @param priority {@code NORMAL}, {@code HIGH}, {@code URGENT}, or one that the catalogue may name later
 * @param handledOnSpot whether the observer dealt with it himself
 * @param at when it was resolved
 * @param area the community that it lies in, or null if that is not known
 */
public record ResolvedReport(
        String reportId,
        String observer,
        String category,
        String priority,
        boolean handledOnSpot,
        Instant at,
        @Nullable String area) {

    /** A report whose community is not known. */
    public ResolvedReport(
            String reportId, String observer, String category, String priority, boolean handledOnSpot, Instant at) {
        this(reportId, observer, category, priority, handledOnSpot, at, null);
    }

    /** The same report, in this community. */
    public ResolvedReport in(String community) {
        return new ResolvedReport(reportId, observer, category, priority, handledOnSpot, at, community);
    }
}
