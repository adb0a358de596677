package io.twingrid.intake.domain;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing that one fact adds to the statistics. It is written with the view's own change, which decides whether the fact
 * is new; so it counts once, however often the fact comes.
 *
 * @param factId the fact
 * @param day in the town, as 2026-11-22
 * @param what is counted
 * @param level whose step it was, or null
 * @param amount how much
 */
public record Tally(
        String factId, String day, String what, @Nullable String level, int amount) {

    /** A tally with what it is counted under, beside the day. */
    public record Entry(
            Tally tally, String category, @Nullable String community, String channel) {

        /** Where it is added: to the day's total, and under each property that the report has. */
        public List<Slot> slots() {
            return Stream.of(
                            new Slot(tally.day(), Dimension.DAY, tally.day()),
                            new Slot(tally.day(), Dimension.CATEGORY, category),
                            new Slot(tally.day(), Dimension.CHANNEL, channel),
                            community == null ? null : new Slot(tally.day(), Dimension.AREA, community),
                            tally.level() == null ? null : new Slot(tally.day(), Dimension.LEVEL, tally.level()))
                    .filter(Objects::nonNull)
                    .toList();
        }
    }

    /** Where counts are kept: one day's, under one value. */
    public record Slot(String day, Dimension dimension, String value) {
        public String id() {
            return day + "|" + dimension + "|" + value;
        }
    }

    /** By what it can be asked for. */
    public enum Dimension {
        DAY,
        AREA,
        CATEGORY,
        LEVEL,
        CHANNEL
    }
}
