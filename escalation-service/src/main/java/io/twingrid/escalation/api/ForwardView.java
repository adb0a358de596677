package io.twingrid.escalation.api;

import io.swagger.v3.oas.annotations.media.Schema;
import io.twingrid.escalation.domain.forward.Forward;
import io.twingrid.escalation.domain.forward.ForwardChannel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A dispatch on its way to a department's own system, as staff see it. */
@Schema(name = "Forward", description = "A dispatch that is passed on to a department's own system")
record ForwardView(
        String department,
        ForwardChannel channel,

        @Schema(
                description =
                        "waiting: not delivered yet, tried again for ever; sent: delivered, time to answer runs; overdue: not"
                                + " answered in time, reminded; answered: in hand there; ended: the case is not with the"
                                + " department any more",
                allowableValues = {"waiting", "sent", "overdue", "answered", "ended"})
        String state,

        @Schema(description = "Tries in a row that did not succeed, the one under way included")
        int attempts,

        @Schema(description = "Why the last try failed; absent once one has succeeded") @Nullable
        String lastError,

        @Schema(description = "When it is sent, reminded of or asked after next") @Nullable
        Instant nextTry,

        @Schema(description = "By when the department is to answer; absent until it is delivered") @Nullable
        Instant answerBy,

        int reminders,

        @Schema(description = "Under what it is known there") @Nullable
        String reference,

        @Schema(description = "What was heard from there the last time") @Nullable
        String remoteSaid,

        Instant createdAt,
        Instant updatedAt) {
    static ForwardView of(Forward forward) {
        return new ForwardView(
                forward.department(),
                forward.channel(),
                forward.state().word(),
                forward.attempts(),
                forward.lastError(),
                forward.nextTry(),
                forward.answerBy(),
                forward.reminders(),
                forward.reference(),
                forward.remoteSaid(),
                forward.createdAt(),
                forward.updatedAt());
    }
}
