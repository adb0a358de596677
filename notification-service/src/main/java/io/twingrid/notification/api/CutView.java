package io.twingrid.notification.api;

import io.swagger.v3.oas.annotations.media.Schema;

/** Says in the stream that notices are gone which the reader was not given. */
@Schema(name = "Cut")
record CutView(
        @Schema(description = "how many notices are not kept any more")
        long missed) {}
