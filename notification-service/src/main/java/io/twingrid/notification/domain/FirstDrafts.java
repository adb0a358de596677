package io.twingrid.notification.domain;

import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * What was drafted for a fact when it came first. A fact that comes again is told to those who were told then, in the words
 * of then: by now its report may be another community's, and its card another.
 */
public interface FirstDrafts {

    /**
     * Keeps the drafts of facts that come for the first time.
     *
     * @param drafts by the fact's id, in the order of the poll
     * @return for each of these facts what was drafted first, in the same order. Errors: the store's, if it is away
     */
    Mono<List<Draft>> keep(Map<String, List<Draft>> drafts);
}
