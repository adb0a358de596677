package io.twingrid.notification.api;

import io.swagger.v3.oas.annotations.media.Schema;
import io.twingrid.notification.domain.Delivery;
import io.twingrid.notification.domain.TargetKind;
import java.time.Instant;
import java.util.List;

/** One notice on its way to one target, as admins see it. */
@Schema(name = "Delivery")
record DeliveryView(
        @Schema(description = "the notice") String noticeId,

        @Schema(description = "the webhook or push subscription")
        String targetId,

        TargetKind kind,

        @Schema(description = "before which it is not sent") Instant due,

        Delivery.Status status,

        @Schema(description = "how often it was tried") int tries,

        @Schema(description = "the last tries, oldest first")
        List<Attempt> attempts) {

    /** One try. */
    @Schema(name = "DeliveryAttempt")
    record Attempt(
            Instant at,

            @Schema(description = "taken, failed, refused or gone")
            String outcome,

            @Schema(description = "why, e.g. HTTP 503 or errcode 45009")
            String detail) {}

    static DeliveryView of(Delivery delivery) {
        return new DeliveryView(
                delivery.noticeId(),
                delivery.targetId(),
                delivery.kind(),
                delivery.due(),
                delivery.status(),
                delivery.tries(),
                delivery.attempts().stream()
                        .map(attempt -> new Attempt(attempt.at(), attempt.outcome(), attempt.detail()))
                        .toList());
    }
}
