package io.twingrid.triage.domain;

import java.util.Optional;

/** The town's areas. */
public interface AreaMap {

    /** Where a place belongs. Every place belongs somewhere: one that no area covers, to the fallback that the town names. */
    Area areaOf(Location place);

    /** The area of a community that is nearest to a place, within the community or not; empty if there is no such community. */
    Optional<Area> areaIn(String community, Location place);

    /** Whether {@code area} is {@code outer} or a part of it; false for an id that the town does not know. */
    boolean isWithin(String area, String outer);

    /** What people call an area, in the language of the town's texts; its id if it has no name. */
    String nameOf(String area);
}
