package io.twingrid.escalation.events;

import static java.util.Objects.requireNonNull;

import io.twingrid.escalation.domain.HistoryEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the centre reads of {@code io.twingrid.report.feedback-given.v1}.
 *
 * @param resolved whether the reporter says that it is done
 */
record FeedbackData(
        String reportId,
        Instant at,
        @Nullable String by,
        boolean resolved,
        @Nullable String comment) {
    FeedbackData {
        requireNonNull(reportId, "reportId is missing");
        requireNonNull(at, "at is missing");
    }

    HistoryEntry line() {
        return new HistoryEntry(at, "feedback", by == null ? "anonymous" : by, comment);
    }
}
