package io.twingrid.points.domain;

import java.time.Instant;

/**
 * A report that was resolved, as far as a credit depends on it.
 *
 * @param observer id of the observer who reported it, and who is credited
 * @param category code out of the catalogue
 * @param priority {@code NORMAL}, {@code HIGH}, {@code URGENT}, or one that the catalogue may name later
 * @param handledOnSpot whether the observer dealt with it himself
 * @param at when it was resolved
 */
public record ResolvedReport(
        String reportId, String observer, String category, String priority, boolean handledOnSpot, Instant at) {}
