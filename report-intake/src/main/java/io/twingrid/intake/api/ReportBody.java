package io.twingrid.intake.api;

import io.swagger.v3.oas.annotations.media.Schema;
import io.twingrid.intake.domain.Area;
import io.twingrid.intake.domain.Feedback;
import io.twingrid.intake.domain.Flag;
import io.twingrid.intake.domain.Location;
import io.twingrid.intake.domain.PublicWords;
import io.twingrid.intake.domain.Report;
import io.twingrid.intake.domain.ReportView;
import io.twingrid.intake.domain.TimelineEntry;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A report as it is answered. The last fields are for its reporter and the staff of its area; the public's answer does not
 * have them, and has the words without what can be recognised as somebody's number or address.
 */
record ReportBody(
        String id,
        @Schema(example = "20261122-7K3M9QXA") String number,
        String category,

        @Schema(
                allowableValues = {
                    "submitted",
                    "routed",
                    "verified",
                    "assigned",
                    "escalated",
                    "dispatched",
                    "on-hold",
                    "resolved",
                    "closed",
                    "rejected",
                    "merged"
                })
        String status,

        Location location,
        @Nullable String address,
        @Nullable Area area,
        Instant submittedAt,
        Instant updatedAt,

        @Schema(description = "Until when it shall be resolved") @Nullable
        Instant expectedBy,

        List<Step> timeline,
        int supporters,
        String description,
        List<String> photos,

        @Schema(allowableValues = {"public", "held", "hidden", "private"}) @Nullable
        String visibility,

        @Nullable Boolean handledOnSpot,
        @Nullable Map<String, String> attributes,
        @Nullable Double accuracy,
        @Nullable List<Flag> flags,
        @Nullable Feedback feedback) {

    /** One step of the public story. */
    record Step(Instant at, String type, @Nullable String level, String text) {}

    /** What anybody may see of a public report: never a person. */
    static ReportBody ofPublic(ReportView view, @Nullable Locale locale) {
        return of(view, locale, false);
    }

    static ReportBody ofWhole(ReportView view, @Nullable Locale locale) {
        return of(view, locale, true);
    }

    private static ReportBody of(ReportView view, @Nullable Locale locale, boolean whole) {
        Report report = view.report();
        return new ReportBody(
                report.id(),
                report.number(),
                report.category(),
                view.status().word(),
                report.location(),
                whole ? report.address() : report.publicAddress(),
                view.area(),
                report.at(),
                view.updatedAt(),
                view.expectedBy(),
                view.timeline().stream()
                        .map(entry -> step(entry, locale, whole))
                        .toList(),
                view.supporters(),
                whole ? report.description() : report.publicDescription(),
                report.photos(),
                whole ? view.visibility().word() : null,
                whole ? report.handledOnSpot() : null,
                whole ? report.attributes() : null,
                whole ? report.accuracy() : null,
                whole ? report.flags() : null,
                whole ? view.feedback() : null);
    }

    private static Step step(TimelineEntry entry, @Nullable Locale locale, boolean whole) {
        String text = Words.of(entry, locale);
        return new Step(entry.at(), entry.type(), entry.level(), whole ? text : PublicWords.of(text));
    }
}
