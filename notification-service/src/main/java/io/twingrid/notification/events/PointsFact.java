package io.twingrid.notification.events;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.notification.domain.Card;
import io.twingrid.notification.domain.Detail;
import io.twingrid.notification.domain.Details;
import io.twingrid.notification.domain.Heard;
import io.twingrid.notification.domain.Occasion;
import io.twingrid.notification.domain.Patrol;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A fact about an observer and his points, with just the fields that are used here. What a fact of each type must have
 * beside the observer's id stands in {@link PointsRoutes}.
 *
 * @param amount points; negative where they are taken
 * @param balance points after it
 * @param points that will lapse
 * @param on the day on which they lapse
 * @param grids where he rides
 */
record PointsFact(
        String observerId,
        @Nullable Long amount,
        @Nullable Long balance,
        @Nullable String reportId,
        @Nullable Long points,
        @Nullable LocalDate on,
        @Nullable String reason,
        @Nullable String credential,
        @Nullable Set<String> grids) {
    PointsFact {
        Objects.requireNonNull(observerId, "observerId");
    }

    Heard heard(Fact fact, Occasion occasion) {
        Details details = Details.none()
                .with(Detail.OBSERVER, observerId)
                .with(Detail.AMOUNT, amount)
                .with(Detail.BALANCE, balance)
                .with(Detail.REPORT_ID, reportId)
                .with(Detail.POINTS, points)
                .with(Detail.ON, on)
                .with(Detail.REASON, reason)
                .with(Detail.CREDENTIAL, credential)
                .that(occasion::tells);
        return new Heard(
                fact.id(),
                occasion,
                fact.time(),
                fact.traceparent(),
                reportId,
                Card.BLANK,
                details,
                patrol(fact, occasion));
    }

    private @Nullable Patrol patrol(Fact fact, Occasion occasion) {
        return switch (occasion) {
            case APPOINTED, MOVED -> grids == null ? null : new Patrol(observerId, grids, fact.time());
            case SUSPENDED, REVOKED -> new Patrol(observerId, Set.of(), fact.time());
            default -> null;
        };
    }
}
