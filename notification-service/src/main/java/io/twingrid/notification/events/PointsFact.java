package io.twingrid.notification.events;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.notification.domain.Detail;
import io.twingrid.notification.domain.Details;
import io.twingrid.notification.domain.Heard;
import io.twingrid.notification.domain.Occasion;
import io.twingrid.notification.domain.ReportCard;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An entry in an observer's ledger, with just the fields that are used here.
 *
 * @param amount points; negative where they are taken back
 * @param balance points after it
 */
record PointsFact(
        String observerId,
        long amount,
        long balance,
        @Nullable String reportId) {
    PointsFact {
        Objects.requireNonNull(observerId, "observerId");
    }

    Heard heard(Fact fact, Occasion occasion) {
        Details details = Details.none()
                .with(Detail.OBSERVER, observerId)
                .with(Detail.AMOUNT, amount)
                .with(Detail.BALANCE, balance);
        return new Heard(fact.id(), occasion, fact.time(), fact.traceparent(), reportId, ReportCard.BLANK, details);
    }
}
