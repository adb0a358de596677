package io.twingrid.escalation.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a case at the street. {@code by} is a person's id, or {@code system}. */
public sealed interface StreetFact {
    String reportId();

    Instant at();

    String by();

    /** It was given to departments, anew or for the first time. */
    record Dispatched(String reportId, Instant at, String by, Dispatch to) implements StreetFact {}

    /** The leading department took it on and is answerable from now. */
    record Accepted(String reportId, Instant at, String by, String department) implements StreetFact {}

    /** The leading department gave it back to the centre. */
    record Declined(String reportId, Instant at, String by, String department, String reason) implements StreetFact {}

    /** The centre gave it back to the community. */
    record Returned(String reportId, Instant at, String by, String reason) implements StreetFact {}

    /** Somebody wrote something down. */
    record Noted(String reportId, Instant at, String by, String text, boolean isPublic) implements StreetFact {}

    /**
     * It is done; carries all that a credit needs.
     *
     * @param department null if the centre settled it without one
     * @param report what was resolved
     */
    record Resolved(
            String reportId,
            Instant at,
            String by,
            @Nullable String department,
            String note,
            List<String> photos,
            Report report)
            implements StreetFact {
        public Resolved {
            photos = List.copyOf(photos);
        }
    }
}
