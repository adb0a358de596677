package io.twingrid.notification.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.twingrid.chassis.fact.Fact;
import io.twingrid.notification.domain.Card;
import io.twingrid.notification.domain.Detail;
import io.twingrid.notification.domain.Details;
import io.twingrid.notification.domain.Heard;
import io.twingrid.notification.domain.Occasion;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A fact about a report, with just the fields that are used here. What a fact of each type must have beside the report's id
 * stands in {@link ReportRoutes}.
 *
 * @param number the report's number for people
 * @param reporter who reported; of {@code joined}, who reported the one that joined
 * @param level COMMUNITY or STREET
 * @param cause why it was escalated
 * @param department who leads, declines, is urged …
 * @param from of {@code joined} and {@code parted}, the later report
 * @param isPublic whether everybody may read a note
 */
record ReportFact(
        String reportId,
        @Nullable String number,
        @Nullable String category,
        @Nullable Reporter reporter,
        @Nullable Area area,
        @Nullable String priority,
        @Nullable Instant verifyBy,
        @Nullable Instant resolveBy,
        @Nullable String level,
        @Nullable String handler,
        @Nullable String cause,
        @Nullable String reason,
        @Nullable String department,
        @Nullable List<String> coDepartments,
        @Nullable Instant dueBy,
        @Nullable Instant until,
        @Nullable Instant reviewOn,
        @Nullable Long stage,
        @Nullable String from,
        @JsonProperty("public") @Nullable Boolean isPublic) {
    private static final String NOBODY = "";

    ReportFact {
        Objects.requireNonNull(reportId, "reportId");
        if (from != null && !from.matches("[A-Za-z0-9-]+")) {
            throw new IllegalArgumentException("'from' is not a report's id");
        }
    }

    /** Who reported, if he is known. */
    record Reporter(String id) {
        Reporter {
            Objects.requireNonNull(id, "reporter.id");
        }
    }

    Heard heard(Fact fact, Occasion occasion) {
        Details details = details(occasion).that(occasion::tells);
        return new Heard(fact.id(), occasion, fact.time(), fact.traceparent(), reportId, news(occasion), details, null);
    }

    private Details details(Occasion occasion) {
        return Area.of(area)
                .with(Detail.REPORT_ID, reportId)
                .with(Detail.NUMBER, number)
                .with(Detail.CATEGORY, category)
                .with(Detail.PRIORITY, priority)
                .with(Detail.VERIFY_BY, verifyBy)
                .with(Detail.RESOLVE_BY, resolveBy)
                .with(Detail.LEVEL, level)
                .with(Detail.HANDLER, handler)
                .with(Detail.CAUSE, cause)
                .with(Detail.REASON, reason)
                .with(Detail.DEPARTMENT, department)
                .with(Detail.CO_DEPARTMENTS, coDepartments)
                .with(Detail.DUE_BY, dueBy)
                .with(Detail.UNTIL, until)
                .with(Detail.REVIEW_ON, reviewOn)
                .with(Detail.STAGE, stage)
                .with(Detail.PUBLIC, isPublic == null ? null : isPublic.toString())
                .with(Detail.URGES, occasion == Occasion.URGED ? (department == null ? "CENTRE" : "DEPARTMENT") : null);
    }

    /** What it adds to the report's card: what later facts about it do not say themselves. */
    private Card news(Occasion occasion) {
        Map<Detail, String> known = new EnumMap<>(Detail.class);
        put(known, Detail.NUMBER, number);
        put(known, Detail.CATEGORY, category);
        put(known, Detail.PRIORITY, priority);
        if (area != null) {
            put(known, Detail.STREET, area.street());
            put(known, Detail.COMMUNITY, area.community());
            put(known, Detail.GRID, area.grid());
        }
        switch (occasion) {
            case SUBMITTED, ESCALATED, RESOLVED -> put(known, Detail.REPORTER, reporter == null ? null : reporter.id());
            case DISPATCHED -> put(known, Detail.DEPARTMENT, department);
            case DECLINED, RETURNED -> put(known, Detail.DEPARTMENT, NOBODY);
            case ASSIGNED -> put(known, Detail.HANDLER, "COMMUNITY".equals(level) ? handler : null);
            default -> {
                // Only those above say something that outlasts them.
            }
        }
        return new Card(known, followers(occasion));
    }

    private Map<String, String> followers(Occasion occasion) {
        if (from == null || (occasion != Occasion.JOINED && occasion != Occasion.PARTED)) {
            return Map.of();
        }
        return Map.of(from, occasion == Occasion.JOINED && reporter != null ? reporter.id() : NOBODY);
    }

    private static void put(Map<Detail, String> known, Detail detail, @Nullable String value) {
        if (value != null) {
            known.put(detail, value);
        }
    }
}
