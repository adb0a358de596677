package io.twingrid.intake.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report as it can be read: what was submitted, how far it has come, and its story so far.
 *
 * @param area null until it was routed
 * @param supporters how many others have said that they see it too
 * @param expectedBy until when it shall be resolved, or null as long as nobody has said
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
        Visibility visibility,
        @Nullable Instant expectedBy) {
    public ReportView {
        timeline = List.copyOf(timeline);
    }

    /** How a report stands the moment it was accepted. */
    public static ReportView submitted(Report report) {
        TimelineEntry first = TimelineEntry.of(report.at(), "submitted", null, null, Status.SUBMITTED);
        return new ReportView(
                report,
                Status.SUBMITTED,
                null,
                report.at(),
                List.of(first),
                0,
                null,
                Visibility.of(report.flags()),
                null);
    }

    /** When it was settled, or null while it is open; what is said afterwards does not move the time. */
    public @Nullable Instant closedAt() {
        Instant closed = null;
        for (TimelineEntry entry : timeline) {
            Status after = entry.status();
            if (after != null) {
                closed = after.isOpen() ? null : closed == null ? entry.at() : closed;
            }
        }
        return closed;
    }

    public boolean isPublic() {
        return visibility == Visibility.PUBLIC;
    }

    /** Whether the street has dispatched it to a department that has not given it back. */
    public boolean isWith(String department) {
        boolean with = false;
        for (TimelineEntry entry : timeline) {
            with = switch (entry.type()) {
                case "dispatched" -> entry.concerns(department);
                case "declined", "returned" -> false;
                default -> with;
            };
        }
        return with;
    }

    /** Whether this is the person who submitted it. */
    public boolean isReportedBy(@Nullable String personId) {
        return personId != null
                && report.reporter() != null
                && report.reporter().id().equals(personId);
    }
}
