package io.twingrid.triage.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What others did that makes a difference to a case with the community. */
public sealed interface News {
    Instant at();

    /** A person's id, or {@code system}. */
    String by();

    /**
     * The street gave it to departments.
     *
     * @param departments ids, the leading one first
     */
    record Dispatched(Instant at, String by, List<String> departments) implements News {
        public Dispatched {
            departments = List.copyOf(departments);
        }
    }

    /** The street gave it back to the community. */
    record Returned(Instant at, String by, String reason) implements News {}

    /** The street has done it. */
    record ResolvedByStreet(Instant at, String by, String note, List<String> photos) implements News {
        public ResolvedByStreet {
            photos = List.copyOf(photos);
        }
    }

    /** 回访: the reporter says whether it is solved. */
    record Feedback(
            Instant at, String by, boolean solved, @Nullable String comment) implements News {}
}
