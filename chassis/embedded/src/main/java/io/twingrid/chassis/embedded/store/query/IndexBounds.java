package io.twingrid.chassis.embedded.store.query;

import io.twingrid.chassis.embedded.store.engine.IndexTree;
import io.twingrid.chassis.embedded.store.index.IndexField;
import io.twingrid.chassis.embedded.store.key.Interval;
import io.twingrid.chassis.embedded.store.key.Intervals;
import io.twingrid.chassis.embedded.store.key.KeyBuffer;
import io.twingrid.chassis.embedded.store.key.Keys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which parts of an index can hold what constraints allow: single values of the leading fields, then at most one field with
 * ranges.
 */
final class IndexBounds {

    /** Combinations of single values; beyond this, further fields are left to the matcher. */
    private static final int MOST_COMBINATIONS = 2000;

    private final IndexTree index;
    private final Constraints constraints;
    private final List<Integer> pointCounts = new ArrayList<>();
    private List<KeyRange> ranges = List.of(new KeyRange(new byte[0], null, new int[0]));
    private int usedFields;

    private IndexBounds(IndexTree index, Constraints constraints) {
        this.index = index;
        this.constraints = constraints;
    }

    static IndexBounds of(IndexTree index, Constraints constraints) {
        IndexBounds bounds = new IndexBounds(index, constraints);
        bounds.build();
        return bounds;
    }

    IndexTree index() {
        return index;
    }

    /** In the order of the index. */
    List<KeyRange> ranges() {
        return ranges;
    }

    /** How many leading fields have single values. */
    int pointFields() {
        return pointCounts.size();
    }

    boolean isSinglePoint(int field) {
        return field < pointCounts.size() && pointCounts.get(field) == 1;
    }

    int usedFields() {
        return usedFields;
    }

    private void build() {
        List<IndexField> fields = index.spec().fields();
        for (int i = 0; i < fields.size(); i++) {
            Intervals allowed = constraints.on(fields.get(i).path(), index.hasArraysAt(i));
            if (allowed == null || ranges.size() * (long) allowed.list().size() > MOST_COMBINATIONS) {
                return;
            }
            boolean ascending = fields.get(i).ascending();
            usedFields++;
            ranges = narrowed(inOrderOf(ascending, allowed.list()), ascending, allowed.arePoints());
            if (!allowed.arePoints()) {
                return;
            }
            pointCounts.add(allowed.list().size());
        }
    }

    private static List<Interval> inOrderOf(boolean ascending, List<Interval> intervals) {
        return ascending ? intervals : intervals.reversed();
    }

    private List<KeyRange> narrowed(List<Interval> intervals, boolean ascending, boolean points) {
        List<KeyRange> narrowed = new ArrayList<>(ranges.size() * intervals.size());
        for (KeyRange range : ranges) {
            for (Interval interval : intervals) {
                narrowed.add(points ? atPoint(range, interval, ascending) : within(range, interval, ascending));
            }
        }
        return narrowed;
    }

    private static KeyRange atPoint(KeyRange range, Interval point, boolean ascending) {
        byte[] prefix = join(range.from(), point.pointKey(ascending));
        int[] ends = Arrays.copyOf(range.pointEnds(), range.pointEnds().length + 1);
        ends[ends.length - 1] = prefix.length;
        return new KeyRange(prefix, Keys.after(prefix), ends);
    }

    private static KeyRange within(KeyRange range, Interval interval, boolean ascending) {
        byte[] to = interval.to(ascending);
        return new KeyRange(
                join(range.from(), interval.from(ascending)),
                to == null ? endOf(range.from()) : join(range.from(), to),
                range.pointEnds());
    }

    private static byte @Nullable [] endOf(byte[] prefix) {
        return Keys.after(prefix);
    }

    private static byte[] join(byte[] prefix, byte[] rest) {
        return new KeyBuffer().put(prefix).put(rest).toBytes();
    }

    /** How many entries lie within, without reading them. */
    long count() {
        long sum = 0;
        for (KeyRange range : ranges) {
            sum += index.count(range.from(), range.to());
        }
        return sum;
    }
}
