package io.twingrid.intake.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one fact means for a report's view. Applying it twice, or after a repeat of the facts before it, changes nothing. */
public sealed interface ViewChange {
    /** The report that is meant. */
    String reportId();

    /** There is a new report. */
    record Opened(Report report, String factId) implements ViewChange {
        @Override
        public String reportId() {
            return report.id();
        }
    }

    /**
     * The report has come further.
     *
     * @param area where it belongs now, or null if that has not changed
     * @param expectedBy until when it shall be resolved now, or null if that has not changed
     */
    record Advanced(
            String reportId,
            String factId,
            TimelineEntry entry,
            @Nullable Area area,
            @Nullable Instant expectedBy) implements ViewChange {}

    /**
     * The street goes on with it where it stood before it was held; the fact does not say where that was.
     *
     * @param expectedBy until when it shall be resolved now, or null if that has not changed
     */
    record WentOn(
            String reportId,
            String factId,
            TimelineEntry entry,
            @Nullable Instant expectedBy) implements ViewChange {}

    /** Somebody else sees it too. */
    record Supported(String reportId, String factId, Instant at, String by) implements ViewChange {}

    /** The reporter has said how it turned out. */
    record Judged(String reportId, String factId, TimelineEntry entry, Feedback feedback) implements ViewChange {}

    /** It is nothing for the public's eyes. */
    record Ignored(String reportId) implements ViewChange {}
}
