package io.twingrid.escalation.domain.care;

import java.util.Locale;

/** What can be asked of a care task. */
public enum CareVerb {
    CLAIM,
    RELEASE,
    PICK_UP,
    DELIVER,
    CONFIRM,
    SETTLE,
    CANCEL;

    /** The verb as clients read and write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
