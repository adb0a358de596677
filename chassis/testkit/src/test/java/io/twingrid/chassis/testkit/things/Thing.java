package io.twingrid.chassis.testkit.things;

import io.twingrid.chassis.change.Outcome;
import java.time.Instant;

/** A number that grows, up to a limit. */
public record Thing(String id, int count) {
    static final int LIMIT = 1000;

    /** It grew. */
    record Grown(String thingId, int count, Instant at) {}

    Outcome<Thing, Grown> grow(int by, Instant now) {
        if (by == 0) {
            return Outcome.unchanged();
        }
        if (count + by > LIMIT) {
            return Outcome.refused("a thing counts to " + LIMIT);
        }
        Thing after = new Thing(id, count + by);
        return Outcome.changed(after, new Grown(id, after.count(), now));
    }
}
