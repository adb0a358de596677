package io.twingrid.notification.events;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.notification.domain.Detail;
import io.twingrid.notification.domain.Details;
import io.twingrid.notification.domain.Heard;
import io.twingrid.notification.domain.Occasion;
import io.twingrid.notification.domain.ReportCard;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Facts about reports, each with just the fields that are used here. */
sealed interface ReportFact {
    String reportId();

    Occasion occasion();

    /** What it adds to the report's card. */
    default ReportCard news() {
        return ReportCard.BLANK;
    }

    /** What it says beside the card. */
    default Details details() {
        return Details.none();
    }

    default Heard heard(Fact fact) {
        return new Heard(fact.id(), occasion(), fact.time(), fact.traceparent(), reportId(), news(), details());
    }

    /** Who reported, if he is known. */
    record Reporter(String id) {
        public Reporter {
            Objects.requireNonNull(id, "reporter.id");
        }

        static @Nullable String idOf(@Nullable Reporter reporter) {
            return reporter == null ? null : reporter.id();
        }
    }

    /** Where it lies. */
    record Area(String street, String community, String grid) {
        public Area {
            Objects.requireNonNull(street, "area.street");
            Objects.requireNonNull(community, "area.community");
            Objects.requireNonNull(grid, "area.grid");
        }
    }

    record Submitted(
            String reportId,
            String number,
            String category,
            @Nullable Reporter reporter) implements ReportFact {
        public Submitted {
            Objects.requireNonNull(reportId, "reportId");
            Objects.requireNonNull(number, "number");
            Objects.requireNonNull(category, "category");
        }

        @Override
        public Occasion occasion() {
            return Occasion.SUBMITTED;
        }

        @Override
        public ReportCard news() {
            return new ReportCard(number, category, Reporter.idOf(reporter), null, null, null);
        }
    }

    record Routed(
            String reportId,
            Area area,
            String priority,
            @Nullable Instant verifyBy,
            @Nullable Instant resolveBy) implements ReportFact {
        public Routed {
            Objects.requireNonNull(reportId, "reportId");
            Objects.requireNonNull(area, "area");
            Objects.requireNonNull(priority, "priority");
        }

        @Override
        public Occasion occasion() {
            return Occasion.ROUTED;
        }

        @Override
        public ReportCard news() {
            return new ReportCard(null, null, null, area.street(), area.community(), area.grid());
        }

        @Override
        public Details details() {
            return Details.none()
                    .with(Detail.PRIORITY, priority)
                    .with(Detail.VERIFY_BY, verifyBy)
                    .with(Detail.RESOLVE_BY, resolveBy);
        }
    }

    record Verified(String reportId) implements ReportFact {
        public Verified {
            Objects.requireNonNull(reportId, "reportId");
        }

        @Override
        public Occasion occasion() {
            return Occasion.VERIFIED;
        }
    }

    record Rejected(String reportId, @Nullable String reason) implements ReportFact {
        public Rejected {
            Objects.requireNonNull(reportId, "reportId");
        }

        @Override
        public Occasion occasion() {
            return Occasion.REJECTED;
        }

        @Override
        public Details details() {
            return Details.none().with(Detail.REASON, reason);
        }
    }

    record Assigned(
            String reportId, String handler, @Nullable String level) implements ReportFact {
        public Assigned {
            Objects.requireNonNull(reportId, "reportId");
            Objects.requireNonNull(handler, "handler");
        }

        @Override
        public Occasion occasion() {
            return Occasion.ASSIGNED;
        }

        @Override
        public Details details() {
            return Details.none().with(Detail.HANDLER, handler).with(Detail.LEVEL, level);
        }
    }

    record Escalated(
            String reportId,
            @Nullable String number,
            @Nullable String category,
            @Nullable Reporter reporter,
            Area area,
            String cause,
            @Nullable String priority)
            implements ReportFact {
        public Escalated {
            Objects.requireNonNull(reportId, "reportId");
            Objects.requireNonNull(area, "area");
            Objects.requireNonNull(cause, "cause");
        }

        @Override
        public Occasion occasion() {
            return Occasion.ESCALATED;
        }

        @Override
        public ReportCard news() {
            return new ReportCard(
                    number, category, Reporter.idOf(reporter), area.street(), area.community(), area.grid());
        }

        @Override
        public Details details() {
            return Details.none().with(Detail.CAUSE, cause).with(Detail.PRIORITY, priority);
        }
    }

    record Dispatched(
            String reportId, String department, @Nullable Instant dueBy) implements ReportFact {
        public Dispatched {
            Objects.requireNonNull(reportId, "reportId");
            Objects.requireNonNull(department, "department");
        }

        @Override
        public Occasion occasion() {
            return Occasion.DISPATCHED;
        }

        @Override
        public Details details() {
            return Details.none().with(Detail.DEPARTMENT, department).with(Detail.DUE_BY, dueBy);
        }
    }

    record Declined(
            String reportId, String department, @Nullable String reason) implements ReportFact {
        public Declined {
            Objects.requireNonNull(reportId, "reportId");
            Objects.requireNonNull(department, "department");
        }

        @Override
        public Occasion occasion() {
            return Occasion.DECLINED;
        }

        @Override
        public Details details() {
            return Details.none().with(Detail.DEPARTMENT, department).with(Detail.REASON, reason);
        }
    }

    record Returned(String reportId, @Nullable String reason) implements ReportFact {
        public Returned {
            Objects.requireNonNull(reportId, "reportId");
        }

        @Override
        public Occasion occasion() {
            return Occasion.RETURNED;
        }

        @Override
        public Details details() {
            return Details.none().with(Detail.REASON, reason);
        }
    }

    record Resolved(
            String reportId,
            @Nullable String number,
            @Nullable String category,
            @Nullable Reporter reporter,
            String level,
            @Nullable String department)
            implements ReportFact {
        public Resolved {
            Objects.requireNonNull(reportId, "reportId");
            Objects.requireNonNull(level, "level");
        }

        @Override
        public Occasion occasion() {
            return Occasion.RESOLVED;
        }

        @Override
        public ReportCard news() {
            return new ReportCard(number, category, Reporter.idOf(reporter), null, null, null);
        }

        @Override
        public Details details() {
            return Details.none().with(Detail.LEVEL, level).with(Detail.DEPARTMENT, department);
        }
    }

    record Closed(String reportId, @Nullable String reason) implements ReportFact {
        public Closed {
            Objects.requireNonNull(reportId, "reportId");
        }

        @Override
        public Occasion occasion() {
            return Occasion.CLOSED;
        }

        @Override
        public Details details() {
            return Details.none().with(Detail.REASON, reason);
        }
    }
}
