package io.twingrid.chassis.embedded.store.query;

import io.twingrid.chassis.embedded.store.engine.IndexTree;
import io.twingrid.chassis.embedded.store.engine.Snapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Entries of several values of the leading fields, read side by side in the order of the fields behind them: the newest
 * twenty of three states are found by looking at twenty-three entries.
 */
final class MergedEntries extends Lookahead<byte[]> {

    private final PriorityQueue<Stream> streams;

    MergedEntries(Snapshot snapshot, IndexTree index, List<KeyRange> ranges, int mergeFields, boolean backwards) {
        Comparator<Stream> order = (one, other) -> Arrays.compareUnsigned(
                one.head, one.prefix, one.head.length, other.head, other.prefix, other.head.length);
        this.streams = new PriorityQueue<>(backwards ? order.reversed() : order);
        for (List<KeyRange> group : groups(ranges, mergeFields)) {
            ChainedEntries entries = new ChainedEntries(snapshot, index, group, backwards);
            if (entries.hasNext()) {
                streams.add(new Stream(entries, group.getFirst().lengthOf(mergeFields)));
            }
        }
    }

    /** Ranges with the same values in the leading fields stand side by side. */
    private static List<List<KeyRange>> groups(List<KeyRange> ranges, int mergeFields) {
        List<List<KeyRange>> groups = new ArrayList<>();
        KeyRange last = null;
        for (KeyRange range : ranges) {
            if (last == null || !samePrefix(last, range, mergeFields)) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(range);
            last = range;
        }
        return groups;
    }

    private static boolean samePrefix(KeyRange one, KeyRange other, int fields) {
        return Arrays.equals(one.from(), 0, one.lengthOf(fields), other.from(), 0, other.lengthOf(fields));
    }

    @Override
    protected byte @Nullable [] advance() {
        Stream lowest = streams.poll();
        if (lowest == null) {
            return null;
        }
        byte[] entry = lowest.head;
        if (lowest.entries.hasNext()) {
            lowest.head = lowest.entries.next();
            streams.add(lowest);
        }
        return entry;
    }

    private static final class Stream {
        private final ChainedEntries entries;
        private final int prefix;
        private byte[] head;

        Stream(ChainedEntries entries, int prefix) {
            this.entries = entries;
            this.prefix = prefix;
            this.head = entries.next();
        }
    }
}
