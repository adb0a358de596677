package io.twingrid.points.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to an observer's appointment; told on {@code points-events} under his id, in order. */
public sealed interface ObserverFact extends PointsFact {

    /**
     * Somebody is an observer from now on, or again after a suspension.
     *
     * @param credential number on the certificate
     * @param grids ids of the grids that he rides through
     */
    record Appointed(
            String observerId,
            Instant at,
            String by,
            String credential,
            @Nullable String employer,
            @Nullable String trade,
            List<String> grids)
            implements ObserverFact {}

    /** He is none for the time being. */
    record Suspended(String observerId, Instant at, String by, String reason) implements ObserverFact {}

    /** He is none any more. */
    record Revoked(String observerId, Instant at, String by, String reason) implements ObserverFact {}

    /** He rides other ways now. */
    record Moved(String observerId, Instant at, List<String> grids) implements ObserverFact {}
}
