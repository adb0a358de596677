package io.twingrid.notification.domain;

import java.time.Instant;
import java.util.Set;

/**
 * Where an observer rides.
 *
 * @param observer his id
 * @param grids ids of the grids; none while he is suspended, and once he is no observer any more
 * @param at since when
 */
public record Patrol(String observer, Set<String> grids, Instant at) {
    public Patrol {
        grids = Set.copyOf(grids);
    }
}
