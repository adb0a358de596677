package io.twingrid.escalation.domain;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff who asks something.
 *
 * @param id the person's id
 * @param admin whether everything is his
 * @param streets ids of the streets whose cases he coordinates
 * @param department id of the department that he is an officer of, or null
 */
public record Staff(
        String id,
        boolean admin,
        Set<String> streets,
        @Nullable String department) {
    public Staff {
        streets = Set.copyOf(streets);
    }
}
