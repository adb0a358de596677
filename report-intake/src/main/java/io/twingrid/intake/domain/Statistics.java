package io.twingrid.intake.domain;

import io.twingrid.intake.domain.Tally.Dimension;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Counts by day and property, kept by increments. */
public interface Statistics {
    /** Adds what is not in yet; a tally that was added before changes nothing. */
    Mono<Void> add(List<Tally.Entry> entries);

    /**
     * What was counted.
     *
     * @param from first day, as 2026-11-22
     * @param to last day
     */
    Flux<Counts> read(Dimension dimension, String from, String to);

    /** The counts of one day under one value. */
    record Counts(String value, Map<String, Long> counts) {}
}
