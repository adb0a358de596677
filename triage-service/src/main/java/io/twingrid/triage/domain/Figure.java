package io.twingrid.triage.domain;

import java.util.Locale;

/** What is counted of the reports of an area, a category and a month. */
public enum Figure {
    /** Reports that came to a desk. */
    RECEIVED,
    /** Of these, those that somebody has looked at: verified, rejected or merged. */
    RESPONDED,
    /** Verified, and not rejected afterwards. */
    VALID,
    VERIFIED_IN_TIME,
    VERIFIED_LATE,
    /** Done, here or at the street, and not open again. */
    RESOLVED,
    RESOLVED_IN_TIME,
    RESOLVED_LATE,
    /** Reports of whose outcome the reporter has said something. */
    JUDGED,
    SATISFIED,
    /** Cases that a check sent back at least once. */
    REWORKED,
    HELD,
    EXTENDED,
    ESCALATED,
    REJECTED,
    MERGED;

    /** Whether a case counts for it. */
    boolean counts(CaseState state, Track track) {
        boolean isDone = state == CaseState.RESOLVED || state == CaseState.CLOSED;
        boolean isVerified = track.verifiedAt() != null;
        return switch (this) {
            case RECEIVED -> true;
            case RESPONDED -> isVerified || state == CaseState.REJECTED || state == CaseState.MERGED;
            case VALID -> isVerified && state != CaseState.REJECTED;
            case VERIFIED_IN_TIME -> Boolean.TRUE.equals(track.verifiedInTime());
            case VERIFIED_LATE -> Boolean.FALSE.equals(track.verifiedInTime());
            case RESOLVED -> isDone;
            case RESOLVED_IN_TIME -> isDone && Boolean.TRUE.equals(track.resolvedInTime());
            case RESOLVED_LATE -> isDone && Boolean.FALSE.equals(track.resolvedInTime());
            case JUDGED -> track.satisfied() != null;
            case SATISFIED -> Boolean.TRUE.equals(track.satisfied());
            case REWORKED -> track.reworks() > 0;
            case HELD -> track.holds() > 0;
            case EXTENDED -> track.extensions() > 0;
            case ESCALATED -> track.escalated();
            case REJECTED -> state == CaseState.REJECTED;
            case MERGED -> state == CaseState.MERGED;
        };
    }

    /** The figure as clients and the store read it, such as {@code resolvedInTime}. */
    public String word() {
        String[] parts = name().toLowerCase(Locale.ROOT).split("_", -1);
        StringBuilder word = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            word.append(Character.toUpperCase(parts[i].charAt(0))).append(parts[i], 1, parts[i].length());
        }
        return word.toString();
    }
}
