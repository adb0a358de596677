package io.twingrid.points;

import io.twingrid.points.Services.Service;
import io.twingrid.points.domain.Cause;
import io.twingrid.points.domain.ReportAreas;
import io.twingrid.points.domain.Resolution;
import java.time.Instant;
import reactor.core.publisher.Mono;

/**
 * What is heard of reports and care tasks, and what follows from it for points and track records. Hearing it again changes
 * nothing.
 */
public final class Happenings {
    private final Credits credits;
    private final Joining joining;
    private final TrackRecords records;
    private final Services services;
    private final ReportAreas areas;

    Happenings(Credits credits, Joining joining, TrackRecords records, Services services, ReportAreas areas) {
        this.credits = credits;
        this.joining = joining;
        this.records = records;
        this.services = services;
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
     * A report was joined to an earlier one.
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

    /** An observer's later report was joined to this one. */
    public Mono<?> joined(String reportId, String factId, String later, String observer) {
        return joining.joined(reportId, factId, later, observer);
    }

    /** A later report was parted from this one. */
    public Mono<?> parted(String reportId, String factId, String later, Instant at) {
        return joining.parted(reportId, factId, later, at);
    }

    /** A report was settled. */
    public Mono<?> resolved(Resolution resolution) {
        return records.resolved(resolution.reportId(), resolution.at())
                .then(areas.of(resolution.reportId()))
                .map(resolution::in)
                .defaultIfEmpty(resolution)
                .flatMap(placed -> Mono.justOrEmpty(placed.creditable())
                        .flatMap(credits::creditResolution)
                        .then(Mono.defer(() -> joining.resolved(placed))));
    }

    /** A report was found untrue after all. */
    public Mono<?> invalidated(String reportId, Instant at) {
        return records.invalidated(reportId, at)
                .then(credits.reverseResolution(reportId, at))
                .then(Mono.defer(() -> joining.invalidated(reportId, at)));
    }

    /** Somebody was at an activity. One that earns nothing is a treat for observers, not a service of theirs. */
    public Mono<?> attended(String activityId, String observer, long points, Instant at) {
        return points == 0
                ? Mono.empty()
                : services.served(Service.ACTIVITY, observer, Cause.attended(activityId), at)
                        .then(credits.creditAttendance(activityId, observer, points, at));
    }

    /** Somebody did a care task. */
    public Mono<?> cared(String taskId, String observer, long points, Instant at) {
        return services.served(Service.CARE, observer, Cause.care(taskId), at)
                .then(credits.creditCare(taskId, observer, points, at));
    }
}
