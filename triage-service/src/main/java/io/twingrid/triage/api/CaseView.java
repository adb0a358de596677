package io.twingrid.triage.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.twingrid.triage.domain.Area;
import io.twingrid.triage.domain.Aside;
import io.twingrid.triage.domain.CommunityCase;
import io.twingrid.triage.domain.HistoryEntry;
import io.twingrid.triage.domain.Joined;
import io.twingrid.triage.domain.Location;
import io.twingrid.triage.domain.Priority;
import io.twingrid.triage.domain.Report;
import io.twingrid.triage.domain.Reporter;
import io.twingrid.triage.domain.Resolution;
import io.twingrid.triage.domain.Staff;
import io.twingrid.triage.domain.Verb;
import io.twingrid.triage.domain.Wish;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A community's case as one member of staff sees it. */
@Schema(name = "CommunityCase", description = "A report while a community answers for it. Absent fields have no value.")
record CaseView(
        @Schema(description = "The report's id") String id,

        @Schema(description = "What people call the report by")
        String number,

        @Schema(description = "Grows by one with every change; send it as If-Match")
        long version,

        @Schema(
                allowableValues = {
                    "routed",
                    "verified",
                    "assigned",
                    "on-hold",
                    "escalated",
                    "resolved",
                    "closed",
                    "rejected",
                    "merged"
                })
        String state,

        @Schema(
                description = "green, yellow (the last quarter of its time), red (overdue); off while no clock runs",
                allowableValues = {"green", "yellow", "red", "off"})
        String light,

        @Schema(description = "Code in the town's catalogue")
        String category,

        String description,
        @Schema(description = "WGS-84, degrees") Location location,
        @Nullable String address,
        Area area,
        Priority priority,

        @Schema(description = "Absent if the report is anonymous") @Nullable
        Reporter reporter,

        @Schema(description = "Id of the person of the community who handles it or did it") @Nullable
        String handler,

        @Schema(description = "When somebody is to have looked")
        Instant verifyBy,

        @Schema(description = "When it is to be settled") Instant resolveBy,

        Instant submittedAt,
        Instant updatedAt,

        @Schema(description = "Ids of the report's photos") List<String> photos,

        @Schema(description = "Whether the reporter dealt with it there and then; `verify` resolves it")
        boolean handledOnSpot,

        @Schema(description = "How it was done; absent while it is not") @Nullable
        Resolution resolution,

        @Schema(description = "When it comes back by itself; while it is on hold") @Nullable
        Instant reviewOn,

        @Schema(description = "Id of the case that goes on for it; while it is merged") @Nullable
        String mergedInto,

        @Schema(description = "More time that somebody asks for and nobody has decided on") @Nullable
        Wish extensionRequested,

        @Schema(description = "How many people are concerned as well")
        int supporters,

        @Schema(description = "Later reports of the same matter, with what they bring along")
        List<Joined> joined,

        @Schema(description = "Ids of earlier cases that may be of the same matter, the nearest first; see /duplicates")
        List<String> possibleDuplicates,

        @Schema(description = "The verbs that this caller may use next")
        List<String> allowed,

        List<HistoryLine> history) {

    static CaseView of(CommunityCase theCase, long version, Staff staff) {
        Report report = theCase.report();
        Aside aside = theCase.aside();
        return new CaseView(
                theCase.id(),
                report.number(),
                version,
                theCase.state().word(),
                theCase.light().word(),
                report.category(),
                report.description(),
                report.location(),
                report.address(),
                theCase.area(),
                theCase.priority(),
                report.reporter(),
                theCase.handler(),
                theCase.verify().by(),
                theCase.resolve().by(),
                report.submittedAt(),
                theCase.updatedAt(),
                report.photos(),
                report.handledOnSpot(),
                theCase.resolution(),
                aside == null ? null : aside.reviewOn(),
                aside == null ? null : aside.into(),
                theCase.wish(),
                theCase.supporters().size(),
                theCase.joined(),
                theCase.possibleDuplicates(),
                words(theCase.allowedTo(staff)),
                theCase.history().stream().map(HistoryLine::of).toList());
    }

    static List<String> words(Collection<Verb> verbs) {
        return verbs.stream().map(Verb::word).toList();
    }

    /** One line of the case's story. */
    @Schema(name = "HistoryEntry")
    record HistoryLine(
            Instant at,

            @Schema(
                    description =
                            "route, one of the case's verbs, verify-overdue, ask-extension, join, part; dispatch, return,"
                                    + " resolve of the street; feedback of the reporter")
            String verb,

            @Schema(description = "A person's id, or system")
            String by,

            @Nullable String text,

            @Schema(name = "public", description = "Whether it is a note that everybody may read")
            @JsonProperty("public")
            boolean isPublic) {
        private static HistoryLine of(HistoryEntry entry) {
            return new HistoryLine(entry.at(), entry.verb(), entry.by(), entry.text(), entry.isPublic());
        }
    }
}
