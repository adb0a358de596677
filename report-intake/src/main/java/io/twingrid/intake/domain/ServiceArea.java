package io.twingrid.intake.domain;

/** The ground that the town looks after. */
public interface ServiceArea {
    boolean holds(Location place);

    /** Its middle. */
    Location centre();

    /** What is done with a report from outside of it. */
    enum Outside {
        /** Taken, with a flag for staff; the reporter is told. */
        ACCEPT,
        /** Answered 400. */
        REFUSE
    }
}
