package io.twingrid.intake.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.twingrid.intake.domain.Area;
import io.twingrid.intake.domain.Flag;
import io.twingrid.intake.domain.Location;
import io.twingrid.intake.domain.Report;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the view uses of the facts about reports: this reader's list of dependencies. */
final class ReportFact {
    private ReportFact() {}

    record Submitted(
            String reportId,
            String number,
            Instant at,
            Report.@Nullable Reporter reporter,
            String category,
            String description,
            Location location,
            @Nullable String address,
            @Nullable List<String> photos,
            boolean handledOnSpot,
            @Nullable Map<String, String> attributes,
            String channel,
            @Nullable Double accuracy,
            @Nullable List<Flag> flags) {
        Submitted {
            require(reportId, "reportId");
            require(number, "number");
            require(at, "at");
            require(category, "category");
            require(description, "description");
            require(location, "location");
            require(channel, "channel");
        }

        Report report() {
            return new Report(
                    reportId,
                    number,
                    at,
                    reporter,
                    category,
                    description,
                    location,
                    address,
                    photos == null ? List.of() : photos,
                    handledOnSpot,
                    attributes == null ? Map.of() : attributes,
                    channel,
                    accuracy,
                    flags == null ? List.of() : flags);
        }
    }

    record Supported(String reportId, Instant at, String by) {
        Supported {
            require(at, "at");
            require(reportId, "reportId");
            require(by, "by");
        }
    }

    record FeedbackGiven(
            String reportId,
            Instant at,
            boolean resolved,
            @Nullable Integer satisfaction,
            @Nullable String comment) {
        FeedbackGiven {
            require(reportId, "reportId");
            require(at, "at");
        }
    }

    record Routed(
            String reportId,
            Instant at,
            Area area,
            @Nullable Instant resolveBy) {
        Routed {
            require(reportId, "reportId");
            require(at, "at");
            require(area, "area");
        }
    }

    /**
     * Any step of a case: what the public story takes of it. Fields that a type does not have are null.
     *
     * @param state where the report goes on, in the public's word
     */
    record Step(
            String reportId,
            Instant at,
            @Nullable String level,
            @Nullable String department,
            @Nullable List<String> coDepartments,
            @Nullable String reason,
            @Nullable String note,
            @Nullable Instant until,
            @Nullable Instant resolveBy,
            @Nullable Instant dueBy,
            @Nullable String state) {
        Step {
            require(reportId, "reportId");
            require(at, "at");
        }

        boolean isOfStreet() {
            return "STREET".equals(level);
        }
    }

    record Noted(
            String reportId,
            Instant at,
            @Nullable String level,
            String text,
            @JsonProperty("public") boolean isPublic) {
        Noted {
            require(reportId, "reportId");
            require(at, "at");
            require(text, "text");
        }
    }

    private static void require(@Nullable Object value, String field) {
        Objects.requireNonNull(value, () -> "the field '" + field + "' is missing");
    }
}
