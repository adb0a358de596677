package io.twingrid.notification.domain;

import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/** The card of every report that was heard of, by the report's id. */
public interface ReportCards {

    /** The cards of these reports, as far as there are any. */
    Mono<Map<String, ReportCard>> find(Set<String> reportIds);

    /** Keeps what is new; what a card does not know stays as it is in the store. */
    Mono<Void> save(Map<String, ReportCard> news);
}
