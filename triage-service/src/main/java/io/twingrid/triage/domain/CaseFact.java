package io.twingrid.triage.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a case with the community. {@code by} is a person's id, or {@code system}. */
public sealed interface CaseFact {
    String reportId();

    Instant at();

    /** It came to a community's desk. */
    record Routed(String reportId, Instant at, Area area, Priority priority, Instant verifyBy, Instant resolveBy)
            implements CaseFact {}

    /** It is true and ours. */
    record Verified(String reportId, Instant at, String by) implements CaseFact {}

    /** It is not taken on. */
    record Rejected(
            String reportId,
            Instant at,
            String by,
            RejectReason reason,
            @Nullable String note) implements CaseFact {}

    /** Somebody handles it. */
    record Assigned(String reportId, Instant at, String by, String handler) implements CaseFact {}

    /** Somebody wrote something down. */
    record Noted(String reportId, Instant at, String by, String text, boolean isPublic) implements CaseFact {}

    /** The street owns it now; carries all that it needs to open its own case. */
    record Escalated(
            String reportId,
            Instant at,
            String by,
            Cause cause,
            @Nullable String note,
            Report report,
            Area area,
            Priority priority)
            implements CaseFact {}

    /** The community has done it; carries all that a credit needs. */
    record Resolved(
            String reportId, Instant at, String by, String note, List<String> photos, Report report, Priority priority)
            implements CaseFact {
        public Resolved {
            photos = List.copyOf(photos);
        }
    }

    /**
     * The reporter says that it is not done; whoever resolved it has it again.
     *
     * @param level who resolved it
     */
    record Reopened(String reportId, Instant at, String by, Level level, String reason) implements CaseFact {}

    /** It was looked at and is really done. */
    record Closed(String reportId, Instant at, String by, String reason) implements CaseFact {}
}
