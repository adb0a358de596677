package io.twingrid.triage.domain;

/** The town's areas. */
public interface AreaMap {

    /** Where a place belongs. Every place belongs somewhere: one that no area covers, to the fallback that the town names. */
    Area areaOf(Location place);

    /** Whether {@code area} is {@code outer} or a part of it; false for an id that the town does not know. */
    boolean isWithin(String area, String outer);
}
