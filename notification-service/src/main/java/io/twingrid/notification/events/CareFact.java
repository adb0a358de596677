package io.twingrid.notification.events;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.notification.domain.Card;
import io.twingrid.notification.domain.Detail;
import io.twingrid.notification.domain.Details;
import io.twingrid.notification.domain.Heard;
import io.twingrid.notification.domain.Occasion;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A fact about a care task, with just the fields that are used here. What a fact of each type must have beside the task's id
 * stands in {@link CareRoutes}.
 *
 * @param by who did it; of {@code offered}, who made the task
 * @param maker who made the task
 * @param observerId who has claimed it
 */
record CareFact(
        String taskId,
        @Nullable String by,
        @Nullable String maker,
        @Nullable String observerId,
        @Nullable String kind,
        @Nullable Area area,
        @Nullable Instant readyFrom,
        @Nullable Instant dueBy,
        @Nullable Long points,
        @Nullable String reason) {
    CareFact {
        Objects.requireNonNull(taskId, "taskId");
    }

    Heard heard(Fact fact, Occasion occasion) {
        Details details = Area.of(area)
                .with(Detail.TASK_ID, taskId)
                .with(Detail.MAKER, madeBy(occasion))
                .with(Detail.OBSERVER, observerId)
                .with(Detail.KIND, kind)
                .with(Detail.READY_FROM, readyFrom)
                .with(Detail.DUE_BY, dueBy)
                .with(Detail.POINTS, points)
                .with(Detail.REASON, reason)
                .that(occasion::tells);
        return new Heard(
                fact.id(), occasion, fact.time(), fact.traceparent(), taskId, news(occasion, details), details, null);
    }

    private @Nullable String madeBy(Occasion occasion) {
        return occasion == Occasion.CARE_OFFERED ? by : maker;
    }

    /** Later facts about the task say neither what it is nor who made it. */
    private static Card news(Occasion occasion, Details details) {
        if (occasion != Occasion.CARE_OFFERED) {
            return Card.BLANK;
        }
        Map<Detail, String> known = new EnumMap<>(Detail.class);
        for (Detail detail : new Detail[] {Detail.MAKER, Detail.KIND, Detail.STREET, Detail.COMMUNITY, Detail.GRID}) {
            String value = details.text(detail);
            if (value != null) {
                known.put(detail, value);
            }
        }
        return new Card(known, Map.of());
    }
}
