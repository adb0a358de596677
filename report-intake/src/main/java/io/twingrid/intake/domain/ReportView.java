package io.twingrid.intake.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report as it can be read: what was submitted, how far it has come, and its story so far.
 *
 * @param area null until it was routed
 * @param supporters how many others have said that they see it too
 * @param feedback what the reporter said of the result, or null
 */
public record ReportView(
        Report report,
        Status status,
        @Nullable Area area,
        Instant updatedAt,
        List<TimelineEntry> timeline,
        int supporters,
        @Nullable Feedback feedback,
        Visibility visibility) {
    public ReportView {
        timeline = List.copyOf(timeline);
    }

    /** How a report stands the moment it was accepted. */
    public static ReportView submitted(Report report) {
        TimelineEntry first = new TimelineEntry(report.at(), "submitted", null, null, null);
        return new ReportView(
                report, Status.SUBMITTED, null, report.at(), List.of(first), 0, null, Visibility.of(report.flags()));
    }

    public boolean isPublic() {
        return visibility == Visibility.PUBLIC;
    }

    /** Whether this is the person who submitted it. */
    public boolean isReportedBy(@Nullable String personId) {
        return personId != null
                && report.reporter() != null
                && report.reporter().id().equals(personId);
    }
}
