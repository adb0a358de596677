package io.twingrid.triage.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a case with the community. {@code by} is a person's id, or {@code system}. */
public sealed interface CaseFact {
    String reportId();

    Instant at();

    /** It came to a community's desk. */
    record Routed(
            String reportId,
            Instant at,
            Area area,
            Priority priority,
            Instant verifyBy,
            Instant resolveBy,
            List<String> possibleDuplicates)
            implements CaseFact {
        public Routed {
            possibleDuplicates = List.copyOf(possibleDuplicates);
        }
    }

    /** Another community is to deal with it; {@link Routed} follows. */
    record Transferred(String reportId, Instant at, String by, String from, String to, String reason)
            implements CaseFact {}

    /** It is true and ours. */
    record Verified(String reportId, Instant at, String by) implements CaseFact {}

    /** Nobody has looked in time; whoever leads the community is to know. */
    record VerificationOverdue(String reportId, Instant at, Area area, Instant verifyBy) implements CaseFact {}

    /** It is not taken on. */
    record Rejected(
            String reportId,
            Instant at,
            String by,
            RejectReason reason,
            @Nullable String note) implements CaseFact {}

    /** An earlier case goes on for it; carries all that the earlier one takes over. */
    record Merged(
            String reportId,
            Instant at,
            String by,
            String into,
            @Nullable Reporter reporter,
            List<String> photos,
            List<String> supporters)
            implements CaseFact {
        public Merged {
            photos = List.copyOf(photos);
            supporters = List.copyOf(supporters);
        }
    }

    /** It goes on by itself again, where it was. */
    record Unmerged(
            String reportId, Instant at, String by, String from, CaseState state, Instant verifyBy, Instant resolveBy)
            implements CaseFact {}

    /** A later report of the same matter has joined it. */
    record LaterJoined(String reportId, Instant at, String by, Joined later) implements CaseFact {}

    /** A report that had joined it is a matter of its own again. */
    record LaterParted(String reportId, Instant at, String by, String laterId) implements CaseFact {}

    /** Somebody handles it. */
    record Assigned(String reportId, Instant at, String by, String handler) implements CaseFact {}

    /** Somebody wrote something down. */
    record Noted(String reportId, Instant at, String by, String text, boolean isPublic) implements CaseFact {}

    /** It cannot be solved now. */
    record Held(String reportId, Instant at, String by, String reason, Instant reviewOn) implements CaseFact {}

    /** Its hold is over. */
    record Resumed(String reportId, Instant at, String by, CaseState state, Instant resolveBy) implements CaseFact {}

    /** Somebody asks for more time. */
    record ExtensionRequested(String reportId, Instant at, String by, Instant until, String reason)
            implements CaseFact {}

    /** He does not get it. */
    record ExtensionDeclined(String reportId, Instant at, String by, String reason) implements CaseFact {}

    /** It has more time. */
    record Extended(String reportId, Instant at, String by, Instant until, String reason) implements CaseFact {}

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
     * Somebody looked before it was closed, and it is not done; whoever resolved it has it again.
     *
     * @param level who resolved it
     * @param resolveBy when it is to be settled if it is the community's
     */
    record ReworkRequested(String reportId, Instant at, String by, Level level, String reason, Instant resolveBy)
            implements CaseFact {}

    /**
     * It is open again; whoever resolved it has it again, the community what nobody resolved.
     *
     * @param level who has it
     * @param resolveBy when it is to be settled if it is the community's
     */
    record Reopened(String reportId, Instant at, String by, Level level, String reason, Instant resolveBy)
            implements CaseFact {}

    /** It was not true: what it earned is taken back. */
    record Invalidated(String reportId, Instant at, String by, String reason) implements CaseFact {}

    /** It was looked at and is really done, or nobody said otherwise in time. */
    record Closed(String reportId, Instant at, String by, String reason) implements CaseFact {}
}
