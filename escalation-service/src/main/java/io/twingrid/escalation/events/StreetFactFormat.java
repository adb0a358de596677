package io.twingrid.escalation.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.twingrid.escalation.domain.Dispatch;
import io.twingrid.escalation.domain.Priority;
import io.twingrid.escalation.domain.Reporter;
import io.twingrid.escalation.domain.StreetFact;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the street's facts are written; {@code contract/asyncapi.yaml} says the same, and {@code contract/examples} show it. */
public final class StreetFactFormat {
    private static final String LEVEL = "STREET";

    private StreetFactFormat() {}

    /** The CloudEvents type of a fact. */
    public static String type(StreetFact fact) {
        return switch (fact) {
            case StreetFact.Dispatched dispatched -> "io.twingrid.report.dispatched.v1";
            case StreetFact.Accepted accepted -> "io.twingrid.report.accepted.v1";
            case StreetFact.Declined declined -> "io.twingrid.report.declined.v1";
            case StreetFact.Returned returned -> "io.twingrid.report.returned.v1";
            case StreetFact.Noted noted -> "io.twingrid.report.noted.v1";
            case StreetFact.Resolved resolved -> "io.twingrid.report.resolved.v1";
        };
    }

    /** The fields of a fact as they go out: its own where the domain's are the contract's. */
    public static Object data(StreetFact fact) {
        return switch (fact) {
            case StreetFact.Dispatched dispatched -> DispatchedData.of(dispatched);
            case StreetFact.Accepted accepted -> accepted;
            case StreetFact.Declined declined -> declined;
            case StreetFact.Returned returned -> returned;
            case StreetFact.Noted noted ->
                new NotedData(noted.reportId(), noted.at(), LEVEL, noted.by(), noted.text(), noted.isPublic());
            case StreetFact.Resolved resolved -> ResolvedData.of(resolved);
        };
    }

    private record DispatchedData(
            String reportId, Instant at, String by, String department, List<String> coDepartments, Instant dueBy) {
        static DispatchedData of(StreetFact.Dispatched fact) {
            Dispatch to = fact.to();
            return new DispatchedData(
                    fact.reportId(), fact.at(), fact.by(), to.department(), to.coDepartments(), to.dueBy());
        }
    }

    private record NotedData(
            String reportId,
            Instant at,
            String level,
            String by,
            String text,
            @JsonProperty("public") boolean isPublic) {}

    private record ResolvedData(
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
            boolean handledOnSpot) {
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
                    fact.report().handledOnSpot());
        }
    }
}
