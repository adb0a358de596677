package io.twingrid.chassis.testkit.things;

import io.twingrid.chassis.change.Outcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rings at given times.
 *
 * @param times all of them, in order
 * @param rung how many have passed
 */
record Bell(String id, List<Instant> times, int rung) {
    /** It rang for the {@code count}th time. */
    record Rang(String bellId, int count, Instant at) {}

    @Nullable
    Instant next() {
        return rung < times.size() ? times.get(rung) : null;
    }

    Outcome<Bell, Rang> ring(Instant now) {
        Instant next = next();
        if (next == null || now.isBefore(next)) {
            return Outcome.unchanged();
        }
        return Outcome.changed(new Bell(id, times, rung + 1), new Rang(id, rung + 1, now));
    }
}
