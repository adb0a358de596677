package io.twingrid.standalone.demo;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of one play.
 *
 * @param number what people call the report by
 * @param level COMMUNITY or STREET; null where nobody resolved it
 * @param points what the observer earned; null where there is nobody to earn it
 * @param toStream from sending the report to the first notice about it in a live stream
 * @param differences from what the case says must come of it; empty if all is well
 */
record Played(
        Sample sample,
        String number,
        String settledBy,
        @Nullable String level,
        @Nullable Long points,
        Duration toStream,
        List<String> differences) {

    Played {
        differences = List.copyOf(differences);
    }

    static Played brokenOff(Sample sample, List<String> differences) {
        return new Played(sample, "?", "?", null, null, Duration.ZERO, differences);
    }

    boolean isAsExpected() {
        return differences.isEmpty();
    }
}
