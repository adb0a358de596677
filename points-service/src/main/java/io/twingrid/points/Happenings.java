package io.twingrid.points;

import io.twingrid.points.domain.Cause;
import io.twingrid.points.domain.ReportAreas;
import io.twingrid.points.domain.ResolvedReport;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What is heard of reports and care tasks, and what follows from it for points and track records. Hearing it again changes
 * nothing.
 */
public final class Happenings {
    private final Credits credits;
    private final TrackRecords records;
    private final ReportAreas areas;

    Happenings(Credits credits, TrackRecords records, ReportAreas areas) {
        this.credits = credits;
        this.records = records;
        this.areas = areas;
    }

    /** An observer submitted a report. */
    public Mono<?> submitted(String reportId, String observer, boolean handledOnSpot, Instant at) {
        return records.submitted(reportId, observer, handledOnSpot, at);
    }

    /** A report was found to lie in a community. */
    public Mono<?> routed(String reportId, String community) {
        return areas.put(reportId, community);
    }

    /** A report was found true. */
    public Mono<?> verified(String reportId, Instant at) {
        return records.verified(reportId, at);
    }

    /** A report was not accepted. */
    public Mono<?> rejected(String reportId, Instant at) {
        return records.rejected(reportId, at);
    }

    /**
     * A report was joined to an earlier one. Whoever sent it earns nothing for the other's resolution.
     *
     * @param factId of this time: it may be parted and joined again
     */
    public Mono<?> merged(String reportId, String factId, Instant at) {
        return records.merged(reportId, factId, at, 1);
    }

    /** It was parted again. */
    public Mono<?> unmerged(String reportId, String factId, Instant at) {
        return records.merged(reportId, factId, at, -1);
    }

    /**
     * A report was settled.
     *
     * @param report what a credit depends on, or null if there is nobody to credit
     */
    public Mono<?> resolved(String reportId, @Nullable ResolvedReport report, Instant at) {
        Mono<?> counted = records.resolved(reportId, at);
        return report == null
                ? counted
                : counted.then(areas.of(reportId)
                        .map(report::in)
                        .defaultIfEmpty(report)
                        .flatMap(credits::creditResolution));
    }

    /** A report was found untrue after all. */
    public Mono<?> invalidated(String reportId, Instant at) {
        return records.invalidated(reportId, at).then(credits.reverseResolution(reportId, at));
    }

    /** Somebody was at an activity. */
    public Mono<?> attended(String activityId, String observer, long points, Instant at) {
        return records.served(observer, Cause.attended(activityId), at)
                .then(credits.creditAttendance(activityId, observer, points, at));
    }

    /** Somebody did a care task. */
    public Mono<?> cared(String taskId, String observer, long points, Instant at) {
        return records.served(observer, Cause.care(taskId), at).then(credits.creditCare(taskId, observer, points, at));
    }
}
