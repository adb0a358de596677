package io.twingrid.triage.events;

import static java.util.Objects.requireNonNull;

import io.twingrid.triage.domain.CommunityCase;
import io.twingrid.triage.domain.News;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the desk reads of {@code io.twingrid.report.feedback-given.v1}.
 *
 * @param by null if the reporter is anonymous
 */
record FeedbackGiven(
        String reportId,
        Instant at,
        @Nullable String by,
        boolean resolved,
        @Nullable String comment) {
    FeedbackGiven {
        requireNonNull(reportId, "reportId is missing");
        requireNonNull(at, "at is missing");
    }

    News news() {
        return new News.Feedback(at, by == null ? CommunityCase.SYSTEM : by, resolved, comment);
    }
}
