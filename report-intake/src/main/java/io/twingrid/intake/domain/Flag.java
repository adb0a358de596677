package io.twingrid.intake.domain;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something about a report that staff should know before they act on it.
 *
 * @param about id of the other report that it concerns, or null
 */
public record Flag(String code, @Nullable String about) {
    /** The place is not inside the town's streets. */
    public static final Flag OUTSIDE_AREA = new Flag("outside-area", null);
    /** Its category concerns persons; it is never public. */
    public static final Flag PRIVATE = new Flag("private", null);
    /** Words that the town does not want to publish unseen. */
    public static final Flag BLOCKED_WORDS = new Flag("blocked-words", null);
    /** An address of a site; what is advertised by report is not what is seen in the street. */
    public static final Flag LINKS = new Flag("links", null);
    /** The town looks at everything first. */
    public static final Flag PRE_MODERATED = new Flag("pre-moderated", null);

    private static final Set<Flag> HOLDING_BACK = Set.of(BLOCKED_WORDS, LINKS, PRE_MODERATED);

    /** The same picture is in an earlier report. */
    public static Flag photoUsedBefore(String reportId) {
        return new Flag("photo-used-before", reportId);
    }

    boolean holdsBack() {
        return HOLDING_BACK.contains(this);
    }
}
