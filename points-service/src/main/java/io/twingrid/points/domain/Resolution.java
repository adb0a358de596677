package io.twingrid.points.domain;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A report was settled: what is known of it, and who may earn something by it.
 *
 * @param observer id of the observer who reported it, or null if it was anonymous or somebody else's
 * @param by who settled it
 * @param category code out of the catalogue
 * @param priority as in {@link ResolvedReport}
 * @param handledOnSpot whether the observer dealt with it himself
 * @param at when it was settled
 * @param area the community that it lies in, or null if that is not known
 */
public record Resolution(
        String reportId,
        @Nullable String observer,
        String by,
        String category,
        String priority,
        boolean handledOnSpot,
        Instant at,
        @Nullable String area) {

    /** The same, in this community. */
    public Resolution in(String community) {
        return new Resolution(reportId, observer, by, category, priority, handledOnSpot, at, community);
    }

    /** What its observer is credited for; empty if there is none, or if he settled it himself: nobody credits himself. */
    public Optional<ResolvedReport> creditable() {
        return Optional.ofNullable(observer)
                .filter(who -> !who.equals(by))
                .map(who -> new ResolvedReport(reportId, who, category, priority, handledOnSpot, at, area));
    }

    /** Whether an observer may earn something by having followed it: not who reported it, nor who settled it. */
    public boolean isFollowedBy(String other) {
        return !other.equals(observer) && !other.equals(by);
    }
}
