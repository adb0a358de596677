package io.twingrid.intake.api;

import io.swagger.v3.oas.annotations.media.Schema;
import io.twingrid.chassis.problem.Problem;
import io.twingrid.intake.domain.Feedback;
import org.jspecify.annotations.Nullable;

/** What the reporter says of the result. */
record FeedbackBody(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        Boolean resolved,

        @Schema(minimum = "1", maximum = "5") @Nullable Integer satisfaction,

        @Schema(maxLength = 1000) @Nullable String comment) {
    Feedback toFeedback() {
        if (resolved == null) {
            throw Problem.invalid("resolved", "is missing: true or false").asException();
        }
        return new Feedback(resolved, satisfaction, comment);
    }
}
