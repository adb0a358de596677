package io.twingrid.notification.api;

import io.swagger.v3.oas.annotations.media.Schema;
import io.twingrid.notification.domain.Language;
import io.twingrid.notification.domain.Target;
import java.time.Instant;

/** A device as its owner sees it: without its endpoint, which lets whoever knows it send. */
@Schema(name = "PushSubscription")
record PushSubscriptionView(
        String id,

        @Schema(description = "what you call the device") String name,

        Language language,

        @Schema(description = "when it was registered last") Instant at) {

    static PushSubscriptionView of(Target target) {
        return new PushSubscriptionView(target.id(), target.name(), target.language(), target.at());
    }
}
