package io.twingrid.points.domain;

import reactor.core.publisher.Mono;

/** Where reports lie: what routing said, kept until the report is resolved and after. */
public interface ReportAreas {
    /** Notes the community of a report; the newest word counts. */
    Mono<Void> put(String reportId, String community);

    /** The community of a report; empty if it was never routed. */
    Mono<String> of(String reportId);
}
