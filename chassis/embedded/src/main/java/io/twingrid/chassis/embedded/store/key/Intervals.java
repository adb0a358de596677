package io.twingrid.chassis.embedded.store.key;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values which a query leaves to one field: intervals in ascending order that do not touch. */
public final class Intervals {

    private final List<Interval> intervals;

    private Intervals(List<Interval> intervals) {
        this.intervals = intervals;
    }

    public static Intervals of(Interval interval) {
        return new Intervals(List.of(interval));
    }

    public static Intervals union(List<Interval> members) {
        List<Interval> sorted = new ArrayList<>(members);
        sorted.sort(Comparator.comparing(interval -> interval, Interval::compareLow));
        List<Interval> merged = new ArrayList<>(sorted.size());
        for (Interval next : sorted) {
            Interval last = merged.isEmpty() ? null : merged.getLast();
            if (last != null
                    && last.touches(next)
                    && !(last.isPoint() && next.isPoint() && last.compareLow(next) != 0)) {
                merged.set(merged.size() - 1, last.join(next));
            } else {
                merged.add(next);
            }
        }
        return new Intervals(List.copyOf(merged));
    }

    public Intervals union(Intervals other) {
        List<Interval> all = new ArrayList<>(intervals);
        all.addAll(other.intervals);
        return union(all);
    }

    public Intervals intersect(Intervals other) {
        List<Interval> common = new ArrayList<>();
        for (Interval mine : intervals) {
            for (Interval theirs : other.intervals) {
                Interval both = mine.intersect(theirs);
                if (both != null) {
                    common.add(both);
                }
            }
        }
        return union(common);
    }

    public List<Interval> list() {
        return intervals;
    }

    /** Whether only single values are left; also when none is. */
    public boolean arePoints() {
        return intervals.stream().allMatch(Interval::isPoint);
    }

    public boolean isSinglePoint() {
        return intervals.size() == 1 && intervals.getFirst().isPoint();
    }

    public boolean contains(@Nullable Object value) {
        return intervals.stream().anyMatch(interval -> interval.contains(value));
    }

    /** Whether every value left here is also left by the other. */
    public boolean isWithin(Intervals other) {
        return intervals.stream().allMatch(mine -> other.intervals.stream().anyMatch(theirs -> theirs.covers(mine)));
    }
}
