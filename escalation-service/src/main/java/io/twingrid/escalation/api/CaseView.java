package io.twingrid.escalation.api;

import io.swagger.v3.oas.annotations.media.Schema;
import io.twingrid.escalation.domain.Area;
import io.twingrid.escalation.domain.Cause;
import io.twingrid.escalation.domain.Dispatch;
import io.twingrid.escalation.domain.HistoryEntry;
import io.twingrid.escalation.domain.Location;
import io.twingrid.escalation.domain.Priority;
import io.twingrid.escalation.domain.Report;
import io.twingrid.escalation.domain.Reporter;
import io.twingrid.escalation.domain.Staff;
import io.twingrid.escalation.domain.StreetCase;
import io.twingrid.escalation.domain.Verb;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A street case as one member of staff sees it. */
@Schema(
        name = "StreetCase",
        description = "A report while the street's sorting centre owns it. What has no value is absent.",
        requiredProperties = {
            "id",
            "number",
            "version",
            "state",
            "category",
            "description",
            "location",
            "area",
            "priority",
            "coDepartments",
            "cause",
            "submittedAt",
            "receivedAt",
            "updatedAt",
            "photos",
            "handledOnSpot",
            "allowed",
            "history"
        })
record CaseView(
        @Schema(description = "The report's id") String id,

        @Schema(description = "What people call the report by")
        String number,

        @Schema(description = "Grows by one with every change; send it as If-Match")
        long version,

        @Schema(allowableValues = {"received", "dispatched", "accepted", "returned", "resolved"})
        String state,

        @Schema(description = "Code in the town's catalogue")
        String category,

        String description,
        @Schema(description = "WGS-84, degrees") Location location,
        @Nullable String address,
        Area area,
        Priority priority,

        @Schema(description = "Absent if the report is anonymous") @Nullable
        Reporter reporter,

        @Schema(description = "Department that leads (主办)") @Nullable
        String department,

        @Schema(description = "Departments that join in (协办)")
        List<String> coDepartments,

        @Schema(description = "Department that answers for it until another has accepted (首接负责)") @Nullable
        String answerable,

        @Schema(description = "By when the department is to resolve it") @Nullable
        Instant dueBy,

        @Schema(description = "Why it came up to the street")
        Cause cause,

        @Schema(description = "What the community wrote when it sent it up") @Nullable
        String note,

        Instant submittedAt,
        Instant receivedAt,
        Instant updatedAt,
        List<String> photos,
        boolean handledOnSpot,

        @Schema(description = "The verbs that this caller may use next")
        List<String> allowed,

        List<HistoryEntry> history) {

    static CaseView of(StreetCase theCase, long version, Staff staff) {
        Report report = theCase.report();
        Dispatch dispatch = theCase.responsibility().dispatch();
        return new CaseView(
                theCase.id(),
                report.number(),
                version,
                theCase.state().word(),
                report.category(),
                report.description(),
                report.location(),
                report.address(),
                report.area(),
                report.priority(),
                report.reporter(),
                dispatch == null ? null : dispatch.department(),
                dispatch == null ? List.of() : dispatch.coDepartments(),
                theCase.responsibility().answerable(),
                dispatch == null ? null : dispatch.dueBy(),
                theCase.escalation().cause(),
                theCase.escalation().note(),
                report.submittedAt(),
                theCase.receivedAt(),
                theCase.updatedAt(),
                report.photos(),
                report.handledOnSpot(),
                words(theCase.allowedTo(staff)),
                theCase.history());
    }

    static List<String> words(Collection<Verb> verbs) {
        return verbs.stream().map(Verb::word).toList();
    }
}
