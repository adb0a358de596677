package io.twingrid.points.domain;

import org.jspecify.annotations.Nullable;

/**
 * What an entry is about, beside its amount; each component is null where it does not apply.
 *
 * @param reportId the report that it is for
 * @param rewardId the reward that was redeemed
 * @param corrects {@code seq} of the entry that this one takes back
 * @param by the person who decided it
 * @param reason why, in that person's or the rules' words
 * @param month the civil month whose limits a credit counts towards, {@code 2026-11}
 * @param category the category of the observer's own report
 * @param area the community where the points were earned
 */
public record About(
        @Nullable String reportId,
        @Nullable String rewardId,
        @Nullable Long corrects,
        @Nullable String by,
        @Nullable String reason,
        @Nullable String month,
        @Nullable String category,
        @Nullable String area) {

    /** Nothing in particular. */
    public static final About NOTHING = new About(null, null, null, null, null, null, null, null);

    /** A resolved report, and the month that it counts in. */
    public static About report(ResolvedReport report, String month) {
        return new About(report.reportId(), null, null, null, null, month, report.category(), report.area());
    }

    /** A resolved report that one of the observer's own was joined to. */
    public static About followed(Resolution resolution, String month) {
        return new About(resolution.reportId(), null, null, null, null, month, null, resolution.area());
    }

    /** A reward. */
    public static About reward(String rewardId) {
        return new About(null, rewardId, null, null, null, null, null, null);
    }

    /** Somebody's decision. */
    public static About decision(String by, String reason) {
        return new About(null, null, null, by, reason, null, null, null);
    }

    /** The same, taking back entry {@code seq}. */
    public About correcting(long seq) {
        return new About(reportId, rewardId, seq, by, reason, month, category, area);
    }

    /** The same, for this reason. */
    public About because(String why) {
        return new About(reportId, rewardId, corrects, by, why, month, category, area);
    }

    /** The same, earned in this community. */
    public About in(@Nullable String community) {
        return new About(reportId, rewardId, corrects, by, reason, month, category, community);
    }
}
