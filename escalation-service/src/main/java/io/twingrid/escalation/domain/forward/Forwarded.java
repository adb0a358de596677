package io.twingrid.escalation.domain.forward;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dispatch was delivered to a department's own system.
 *
 * @param forwardId of the dispatch and the department
 * @param answerBy by when the department is to answer
 * @param reference under what it is known there, if it says
 */
public record Forwarded(
        String reportId,
        Instant at,
        String forwardId,
        String department,
        ForwardChannel channel,
        Instant answerBy,
        @Nullable String reference) {}
