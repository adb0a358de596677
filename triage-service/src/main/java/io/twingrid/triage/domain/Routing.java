package io.twingrid.triage.domain;

import java.time.Instant;
import java.util.List;

/**
 * To whom a report goes, and by when it is to be dealt with.
 *
 * @param level who settles it: the community, or the street from the beginning
 * @param verifyBy when somebody is to have looked
 * @param resolveBy when it is to be settled
 * @param possibleDuplicates ids of earlier reports that may be of the same matter, the nearest first
 */
public record Routing(
        Area area,
        Level level,
        Priority priority,
        Instant verifyBy,
        Instant resolveBy,
        List<String> possibleDuplicates) {
    public Routing {
        possibleDuplicates = List.copyOf(possibleDuplicates);
    }
}
