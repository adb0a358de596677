package io.twingrid.escalation.domain.care;

import io.twingrid.escalation.domain.Area;
import java.util.Set;

/**
 * Somebody who deals with care tasks.
 *
 * @param id the person's id
 * @param admin whether everything is his
 * @param staffAreas ids of the streets and communities whose staff he is
 * @param ridesIn ids of the grids that he rides in as an active observer; none if he is no active one
 */
public record CarePerson(String id, boolean admin, Set<String> staffAreas, Set<String> ridesIn) {
    public CarePerson {
        staffAreas = Set.copyOf(staffAreas);
        ridesIn = Set.copyOf(ridesIn);
    }

    public boolean isStaffOf(Area area) {
        return admin || area.all().stream().anyMatch(staffAreas::contains);
    }

    boolean ridesIn(Area area) {
        return ridesIn.contains(area.grid());
    }
}
