package io.twingrid.escalation.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.twingrid.escalation.domain.Priority;
import io.twingrid.escalation.domain.Reporter;
import io.twingrid.escalation.domain.StreetFact;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the street's facts are written; {@code contract/asyncapi.yaml} says the same, and {@code contract/examples} show it. */
public final class StreetFactFormat {
    static final String LEVEL = "STREET";

    private StreetFactFormat() {}

    /** The CloudEvents type of a fact. */
    public static String type(StreetFact fact) {
        return StreetFactType.of(fact).type();
    }

    /** The fields of a fact as they go out: its own where the domain's are the contract's. */
    public static Object data(StreetFact fact) {
        return switch (fact) {
            case StreetFact.Dispatched same -> same;
            case StreetFact.Accepted same -> same;
            case StreetFact.ReportedIn same -> same;
            case StreetFact.Declined same -> same;
            case StreetFact.Returned same -> same;
            case StreetFact.Urged same -> same;
            case StreetFact.Assigned assigned ->
                new AssignedData(assigned.reportId(), assigned.at(), LEVEL, assigned.by(), assigned.handler());
            case StreetFact.Held held ->
                new HeldData(held.reportId(), held.at(), LEVEL, held.by(), held.reason(), held.reviewOn());
            case StreetFact.Resumed resumed ->
                new ResumedData(resumed.reportId(), resumed.at(), LEVEL, resumed.by(), resumed.dueBy());
            case StreetFact.ExtensionRequested asked ->
                new AskedData(
                        asked.reportId(),
                        asked.at(),
                        LEVEL,
                        asked.by(),
                        asked.department(),
                        asked.until(),
                        asked.reason());
            case StreetFact.ExtensionDeclined no ->
                new RefusedData(no.reportId(), no.at(), LEVEL, no.by(), no.reason());
            case StreetFact.Extended more ->
                new ExtendedData(more.reportId(), more.at(), LEVEL, more.by(), more.until(), more.reason());
            case StreetFact.Noted noted ->
                new NotedData(noted.reportId(), noted.at(), LEVEL, noted.by(), noted.text(), noted.isPublic());
            case StreetFact.Resolved resolved -> ResolvedData.of(resolved);
        };
    }

    record AssignedData(String reportId, Instant at, String level, String by, String handler) {}

    record HeldData(String reportId, Instant at, String level, String by, String reason, Instant reviewOn) {}

    record ResumedData(String reportId, Instant at, String level, String by, Instant dueBy) {}

    record AskedData(
            String reportId, Instant at, String level, String by, String department, Instant until, String reason) {}

    record RefusedData(String reportId, Instant at, String level, String by, String reason) {}

    record ExtendedData(String reportId, Instant at, String level, String by, Instant until, String reason) {}

    record NotedData(
            String reportId,
            Instant at,
            String level,
            String by,
            String text,
            @JsonProperty("public") boolean isPublic) {}

    record ResolvedData(
            String reportId,
            String number,
            Instant at,
            String level,
            String by,
            @Nullable String department,
            String note,
            List<String> photos,
            @Nullable Reporter reporter,
            String category,
            Priority priority,
            boolean handledOnSpot,
            boolean onTime) {
        static ResolvedData of(StreetFact.Resolved fact) {
            return new ResolvedData(
                    fact.reportId(),
                    fact.report().number(),
                    fact.at(),
                    LEVEL,
                    fact.by(),
                    fact.department(),
                    fact.note(),
                    fact.photos(),
                    fact.report().reporter(),
                    fact.report().category(),
                    fact.report().priority(),
                    fact.report().handledOnSpot(),
                    fact.onTime());
        }
    }
}
