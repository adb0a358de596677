package io.twingrid.notification.domain;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Who has read which notice. */
public interface Readings {

    /** Keeps that a person has read a notice; the first time counts. */
    Mono<Void> mark(String person, String noticeId, Instant at);

    /** Those of these notices that the person has read. */
    Mono<Set<String>> among(String person, List<String> noticeIds);
}
