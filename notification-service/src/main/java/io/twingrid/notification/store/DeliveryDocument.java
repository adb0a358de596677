package io.twingrid.notification.store;

import io.twingrid.notification.domain.Delivery;
import io.twingrid.notification.domain.TargetKind;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;

/** A delivery as it lies in the collection {@code deliveries}; public because the driver's record codec is another package. */
public record DeliveryDocument(
        @BsonId String id,
        String notice,
        String target,
        String kind,
        Instant due,
        String status,
        int tries,
        List<Try> attempts) {

    /** One try. */
    public record Try(Instant at, String outcome, String detail) {
        static Try from(Delivery.Attempt attempt) {
            return new Try(attempt.at(), attempt.outcome(), attempt.detail());
        }

        Delivery.Attempt toAttempt() {
            return new Delivery.Attempt(at, outcome, detail);
        }
    }

    static DeliveryDocument from(Delivery delivery) {
        return new DeliveryDocument(
                delivery.id(),
                delivery.noticeId(),
                delivery.targetId(),
                delivery.kind().name(),
                delivery.due(),
                delivery.status().name(),
                delivery.tries(),
                delivery.attempts().stream().map(Try::from).toList());
    }

    Delivery toDelivery() {
        return new Delivery(
                notice,
                target,
                TargetKind.valueOf(kind),
                due,
                Delivery.Status.valueOf(status),
                tries,
                attempts.stream().map(Try::toAttempt).toList());
    }
}
