package io.twingrid.triage.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What others did, or another case, that makes a difference to a case with the community. */
public sealed interface News {
    Instant at();

    /** A person's id, or {@code system}. */
    String by();

    /** What makes a line in the case's story and needs no fact of ours. */
    sealed interface Outside extends News {}

    /**
     * The street gave it to departments.
     *
     * @param departments ids, the leading one first
     */
    record Dispatched(Instant at, String by, List<String> departments) implements Outside {
        public Dispatched {
            departments = List.copyOf(departments);
        }
    }

    /** The street gave it back to the community. */
    record Returned(Instant at, String by, String reason) implements Outside {}

    /** The street has done it. */
    record ResolvedByStreet(Instant at, String by, String note, List<String> photos) implements Outside {
        public ResolvedByStreet {
            photos = List.copyOf(photos);
        }
    }

    /** 回访: the reporter says whether it is solved. */
    record Feedback(
            Instant at, String by, boolean solved, @Nullable String comment) implements Outside {}

    /** Somebody else is concerned as well. */
    record Supported(Instant at, String by) implements News {}

    /** A later report was merged into this one. */
    record Joins(Instant at, String by, Joined later) implements News {}

    /** A report that was merged into this one is not any more. */
    record Parts(Instant at, String by, String laterId) implements News {}
}
