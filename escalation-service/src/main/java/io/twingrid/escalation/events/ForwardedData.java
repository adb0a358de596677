package io.twingrid.escalation.events;

import static java.util.Objects.requireNonNull;

import io.twingrid.escalation.domain.forward.ForwardChannel;
import io.twingrid.escalation.domain.forward.Forwarded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the centre reads of its own {@code io.twingrid.report.forwarded.v1}, to make up for what its store has lost. */
record ForwardedData(
        String reportId,
        Instant at,
        String forwardId,
        String department,
        ForwardChannel channel,
        Instant answerBy,
        @Nullable String reference) {
    ForwardedData {
        requireNonNull(reportId, "reportId is missing");
        requireNonNull(at, "at is missing");
        requireNonNull(forwardId, "forwardId is missing");
        requireNonNull(department, "department is missing");
        requireNonNull(channel, "channel is missing");
        requireNonNull(answerBy, "answerBy is missing");
    }

    Forwarded toFact() {
        return new Forwarded(reportId, at, forwardId, department, channel, answerBy, reference);
    }
}
