package io.twingrid.triage.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.twingrid.triage.domain.Area;
import io.twingrid.triage.domain.CommunityCase;
import io.twingrid.triage.domain.HistoryEntry;
import io.twingrid.triage.domain.Location;
import io.twingrid.triage.domain.Priority;
import io.twingrid.triage.domain.Report;
import io.twingrid.triage.domain.Reporter;
import io.twingrid.triage.domain.Resolution;
import io.twingrid.triage.domain.Staff;
import io.twingrid.triage.domain.Verb;
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

        @Schema(allowableValues = {"routed", "verified", "assigned", "escalated", "resolved", "closed", "rejected"})
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

        @Schema(description = "The verbs that this caller may use next")
        List<String> allowed,

        List<HistoryLine> history) {

    static CaseView of(CommunityCase theCase, long version, Staff staff) {
        Report report = theCase.report();
        return new CaseView(
                theCase.id(),
                report.number(),
                version,
                theCase.state().word(),
                report.category(),
                report.description(),
                report.location(),
                report.address(),
                theCase.area(),
                theCase.priority(),
                report.reporter(),
                theCase.handler(),
                theCase.verifyBy(),
                theCase.resolveBy(),
                report.submittedAt(),
                theCase.updatedAt(),
                report.photos(),
                report.handledOnSpot(),
                theCase.resolution(),
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
                    description = "route, one of the case's verbs, reopen; dispatch, return, resolve of the street;"
                            + " feedback of the reporter")
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
