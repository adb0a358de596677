package io.twingrid.intake.store;

import io.twingrid.intake.domain.Area;
import io.twingrid.intake.domain.Cells;
import io.twingrid.intake.domain.Feedback;
import io.twingrid.intake.domain.Flag;
import io.twingrid.intake.domain.Location;
import io.twingrid.intake.domain.Moderation;
import io.twingrid.intake.domain.Report;
import io.twingrid.intake.domain.ReportView;
import io.twingrid.intake.domain.Status;
import io.twingrid.intake.domain.Tally;
import io.twingrid.intake.domain.TimelineEntry;
import io.twingrid.intake.domain.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A report's view as it is stored. Public because the driver's record codec reads public records only.
 *
 * @param standing its status, or while it is on hold the one from before
 * @param supporters ids of those who see it too, as long as they are not detached
 * @param supporterCount how many they are or were
 * @param attributedAt since when it names a person; null if it names none
 * @param open whether something is still to be done, for the index that finds what is near
 * @param cell of {@link Cells} in which its place is
 * @param moderation decisions of staff on who sees it
 * @param untallied what is to be added to the statistics; empty soon after each change
 * @param applied ids of the facts that are in it
 */
public record ReportDocument(
        @BsonId String id,
        String number,
        Instant submittedAt,
        Report.@Nullable Reporter reporter,
        String category,
        String description,
        Location location,
        @Nullable String address,
        List<String> photos,
        boolean handledOnSpot,
        Map<String, String> attributes,
        String channel,
        String status,
        String standing,
        @Nullable Area area,
        Instant updatedAt,
        List<TimelineEntry> timeline,
        List<String> supporters,
        int supporterCount,
        @Nullable Instant attributedAt,
        @Nullable Feedback feedback,
        @Nullable Double accuracy,
        List<Flag> flags,
        boolean open,
        String cell,
        Visibility visibility,
        @Nullable Instant expectedBy,
        @Nullable List<Moderation> moderation,
        @Nullable List<Tally> untallied,
        List<String> applied) {

    static ReportDocument opened(Report report, String factId, List<Tally> tallies) {
        ReportView view = ReportView.submitted(report);
        return new ReportDocument(
                report.id(),
                report.number(),
                report.at(),
                report.reporter(),
                report.category(),
                report.description(),
                report.location(),
                report.address(),
                report.photos(),
                report.handledOnSpot(),
                report.attributes(),
                report.channel(),
                view.status().word(),
                view.status().word(),
                null,
                view.updatedAt(),
                view.timeline(),
                List.of(),
                0,
                report.reporter() == null ? null : report.at(),
                null,
                report.accuracy(),
                report.flags(),
                view.status().isOpen(),
                Cells.of(report.location()),
                view.visibility(),
                null,
                null,
                tallies,
                List.of(factId));
    }

    ReportView toView() {
        Report report = new Report(
                id,
                number,
                submittedAt,
                reporter,
                category,
                description,
                location,
                address,
                photos,
                handledOnSpot,
                Objects.requireNonNullElse(attributes, Map.of()),
                channel,
                accuracy,
                flags);
        return new ReportView(
                report,
                Status.of(status).orElseThrow(() -> new IllegalStateException("unknown status " + status)),
                area,
                updatedAt,
                timeline,
                supporterCount,
                feedback,
                visibility,
                expectedBy);
    }
}
