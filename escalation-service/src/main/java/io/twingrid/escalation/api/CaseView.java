package io.twingrid.escalation.api;

import io.swagger.v3.oas.annotations.media.Schema;
import io.twingrid.escalation.domain.Area;
import io.twingrid.escalation.domain.Cause;
import io.twingrid.escalation.domain.Department;
import io.twingrid.escalation.domain.Departments;
import io.twingrid.escalation.domain.Dispatch;
import io.twingrid.escalation.domain.HistoryEntry;
import io.twingrid.escalation.domain.Light;
import io.twingrid.escalation.domain.Location;
import io.twingrid.escalation.domain.Priority;
import io.twingrid.escalation.domain.Report;
import io.twingrid.escalation.domain.Reporter;
import io.twingrid.escalation.domain.Staff;
import io.twingrid.escalation.domain.StreetCase;
import io.twingrid.escalation.domain.Tempo;
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
            "suggested",
            "officers",
            "coDepartments",
            "reportedIn",
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

        @Schema(allowableValues = {"received", "dispatched", "accepted", "on-hold", "returned", "resolved"})
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

        @Schema(description = "Departments whose affair the category is, for the coordinator who dispatches it")
        List<String> suggested,

        @Schema(description = "Department that leads (主办)") @Nullable
        String department,

        @Schema(description = "Who works on it there, as the town's file says; for the coordinator")
        List<String> officers,

        @Schema(description = "Departments that join in (协办)")
        List<String> coDepartments,

        @Schema(description = "Department that answers for it until another has accepted (首接负责)") @Nullable
        String answerable,

        @Schema(description = "Of the departments that join in, those that have reported in (吹哨报到)")
        List<String> reportedIn,

        @Schema(description = "Coordinator who has it in hand, by name, after too many declines") @Nullable
        String handler,

        @Schema(description = "By when the department is to resolve it, or the centre to dispatch it") @Nullable
        Instant dueBy,

        @Schema(description = "Green; yellow in the last quarter of the time; red when it is over") @Nullable
        Light light,

        @Schema(description = "How often it was urged for this time (督办)") @Nullable
        Integer urged,

        @Schema(description = "More time that the department has asked for")
        Tempo.@Nullable Extension extensionAsked,

        @Schema(description = "While on hold: when it goes on by itself") @Nullable
        Instant reviewOn,

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

        List<HistoryEntry> history,

        @Schema(
                description = "How it was passed on to departments' own systems; absent in lists. An officer"
                        + " sees what went to his department")
        @Nullable
        List<ForwardView> forwards) {

    static CaseView of(
            StreetCase theCase,
            long version,
            Staff staff,
            Departments departments,
            Instant now,
            @Nullable List<ForwardView> forwards) {
        boolean isCentre = theCase.isCoordinatedBy(staff);
        Report report = theCase.report();
        Dispatch dispatch = theCase.responsibility().dispatch();
        Tempo tempo = theCase.tempo();
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
                isCentre ? departments.of(report.category()) : List.of(),
                dispatch == null ? null : dispatch.department(),
                dispatch == null || !isCentre ? List.of() : officers(dispatch, departments),
                dispatch == null ? List.of() : dispatch.coDepartments(),
                theCase.responsibility().answerable(),
                dispatch == null ? List.of() : dispatch.reportedIn(),
                theCase.responsibility().handler(),
                tempo == null ? null : tempo.dueBy(),
                tempo == null ? null : tempo.lightAt(now),
                tempo == null ? null : tempo.stage(),
                tempo == null ? null : tempo.asked(),
                tempo == null || tempo.hold() == null ? null : tempo.hold().reviewOn(),
                theCase.escalation().cause(),
                theCase.escalation().note(),
                report.submittedAt(),
                theCase.receivedAt(),
                theCase.updatedAt(),
                report.photos(),
                report.handledOnSpot(),
                words(theCase.allowedTo(staff)),
                theCase.history(),
                forwards);
    }

    private static List<String> officers(Dispatch dispatch, Departments departments) {
        return departments.find(dispatch.department()).map(Department::officers).orElse(List.of());
    }

    static List<String> words(Collection<Verb> verbs) {
        return verbs.stream().map(Verb::word).toList();
    }
}
