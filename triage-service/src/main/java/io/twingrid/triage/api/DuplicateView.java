package io.twingrid.triage.api;

import io.swagger.v3.oas.annotations.media.Schema;
import io.twingrid.triage.domain.CommunityCase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** An earlier case that may be of the same matter as the one that is looked at. */
@Schema(name = "PossibleDuplicate")
record DuplicateView(
        String id,
        String number,
        String state,
        String description,
        List<String> photos,
        Instant submittedAt,

        @Schema(description = "How far away it is") long metres,

        @Schema(description = "How long before it was submitted")
        long hoursEarlier) {
    static DuplicateView of(CommunityCase earlier, CommunityCase theCase) {
        Instant submitted = earlier.report().submittedAt();
        return new DuplicateView(
                earlier.id(),
                earlier.report().number(),
                earlier.state().word(),
                earlier.report().description(),
                earlier.report().photos(),
                submitted,
                Math.round(earlier.report().location().metresTo(theCase.report().location())),
                Duration.between(submitted, theCase.report().submittedAt()).toHours());
    }
}
