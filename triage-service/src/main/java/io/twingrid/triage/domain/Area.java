package io.twingrid.triage.domain;

import java.util.List;

/** Ids of the three nested areas that a place is in: street (街道/镇), community (社区/村), grid (网格). */
public record Area(String street, String community, String grid) {

    /** From the widest to the narrowest. */
    public List<String> ids() {
        return List.of(street, community, grid);
    }
}
