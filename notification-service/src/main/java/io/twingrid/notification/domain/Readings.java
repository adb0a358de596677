package io.twingrid.notification.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * Who has read which notice: in each audience all up to a mark, and some behind it. Kept for each person, whatever he reads
 * with. Errors of every method: the store's, if it is away.
 */
public interface Readings {

    /** Keeps that a person has read a notice. */
    Mono<Void> mark(String person, Notice notice);

    /** Keeps that a person has read all notices up to these, in these audiences. */
    Mono<Void> markAll(String person, Map<Audience, Long> upTo);

    /** Up to where the person has read all, in each of these audiences; 0 where nothing is marked. */
    Mono<Map<Audience, Long>> marks(String person, Set<Audience> audiences);

    /** Those of these notices that the person has read one by one. */
    Mono<Set<String>> among(String person, List<String> noticeIds);

    /** How many notices of an audience behind {@code seq} the person has read one by one. */
    Mono<Long> count(String person, Audience audience, long seq);
}
