package io.twingrid.triage.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a case has been through, as far as the town's figures care.
 *
 * @param verifiedAt when somebody had looked the first time, or null
 * @param verifiedInTime whether that was before {@code verifyBy}; null while nobody has
 * @param resolvedAt when it was done the last time, or null
 * @param resolvedInTime whether that was before {@code resolveBy}; null while it is not
 * @param reworks how often a check found it not done
 * @param holds how often it was put on hold
 * @param extensions how often it was given more time
 * @param escalated whether it was the street's at any time
 * @param satisfied what the reporter said of the outcome the last time, or null
 * @param verifyTold whether the lead was told that nobody had looked in time
 */
public record Track(
        @Nullable Instant verifiedAt,
        @Nullable Boolean verifiedInTime,
        @Nullable Instant resolvedAt,
        @Nullable Boolean resolvedInTime,
        int reworks,
        int holds,
        int extensions,
        boolean escalated,
        @Nullable Boolean satisfied,
        boolean verifyTold) {
    static final Track NEW = new Track(null, null, null, null, 0, 0, 0, false, null, false);

    Track verified(Instant at, Due verify) {
        return verifiedAt != null
                ? this
                : new Track(
                        at,
                        !verify.isOverAt(at),
                        resolvedAt,
                        resolvedInTime,
                        reworks,
                        holds,
                        extensions,
                        escalated,
                        satisfied,
                        verifyTold);
    }

    Track resolved(Instant at, Due resolve) {
        return done(at, !resolve.isOverAt(at));
    }

    /** Whatever was done is not done any more. */
    Track undone() {
        return done(null, null);
    }

    Track reworked() {
        return counted(reworks + 1, holds, extensions);
    }

    Track held() {
        return counted(reworks, holds + 1, extensions);
    }

    Track extended() {
        return counted(reworks, holds, extensions + 1);
    }

    Track wentUp() {
        return new Track(
                verifiedAt,
                verifiedInTime,
                resolvedAt,
                resolvedInTime,
                reworks,
                holds,
                extensions,
                true,
                satisfied,
                verifyTold);
    }

    Track judged(boolean solved) {
        return new Track(
                verifiedAt,
                verifiedInTime,
                resolvedAt,
                resolvedInTime,
                reworks,
                holds,
                extensions,
                escalated,
                solved,
                verifyTold);
    }

    Track told(boolean isTold) {
        return new Track(
                verifiedAt,
                verifiedInTime,
                resolvedAt,
                resolvedInTime,
                reworks,
                holds,
                extensions,
                escalated,
                satisfied,
                isTold);
    }

    private Track done(@Nullable Instant at, @Nullable Boolean inTime) {
        return new Track(
                verifiedAt, verifiedInTime, at, inTime, reworks, holds, extensions, escalated, satisfied, verifyTold);
    }

    private Track counted(int nowReworks, int nowHolds, int nowExtensions) {
        return new Track(
                verifiedAt,
                verifiedInTime,
                resolvedAt,
                resolvedInTime,
                nowReworks,
                nowHolds,
                nowExtensions,
                escalated,
                satisfied,
                verifyTold);
    }
}
