package io.twingrid.escalation.domain;

import java.util.List;

/** Ids of the three nested areas in which something was seen. */
public record Area(String street, String community, String grid) {
    /** From the widest to the narrowest. */
    public List<String> all() {
        return List.of(street, community, grid);
    }
}
