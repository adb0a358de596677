package io.twingrid.points.domain;

import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * Why an entry exists. An account holds one entry of a cause at most, and that is what makes a fact count once however
 * often it is delivered.
 *
 * @param text the kind of the cause and the id of what it is about, e.g. {@code resolved:0199c7a2-…}; without a slash,
 *     which parts account and cause in an entry's id
 */
public record Cause(String text) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z-]*:[^/\\s]+");

    /** Checks the form. */
    public Cause {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not <kind>:<id> without slash or space: '" + text + "'");
        }
    }

    /** The report was resolved, by whomever and however often. */
    public static Cause resolved(String reportId) {
        return new Cause("resolved:" + reportId);
    }

    /** The report was found not to be what it had seemed. */
    public static Cause invalidated(String reportId) {
        return new Cause("invalidated:" + reportId);
    }

    /** A report of his was joined to the one that was resolved: once a matter, however many he sent of it. */
    public static Cause followed(String reportId) {
        return new Cause("followed:" + reportId);
    }

    /** What he followed was found untrue, or he does not follow it any more. */
    public static Cause unfollowed(String reportId) {
        return new Cause("unfollowed:" + reportId);
    }

    /** The care task was confirmed as done. */
    public static Cause care(String taskId) {
        return new Cause("care:" + taskId);
    }

    /** The observer was at the activity. */
    public static Cause attended(String activityId) {
        return new Cause("attended:" + activityId);
    }

    /** The points staff decided it. */
    public static Cause adjusted(String adjustmentId) {
        return new Cause("adjusted:" + adjustmentId);
    }

    /** Points that were not used until this day lapsed. */
    public static Cause expired(LocalDate day) {
        return new Cause("expired:" + day);
    }

    /** It was announced that points lapse on this day. */
    public static Cause expiryAnnounced(LocalDate day) {
        return new Cause("expiry-announced:" + day);
    }
}
