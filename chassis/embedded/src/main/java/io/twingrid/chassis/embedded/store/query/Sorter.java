package io.twingrid.chassis.embedded.store.query;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Orders documents that no index gives in order. It keeps keys and record numbers, not documents, and of those no more than
 * are wanted.
 */
final class Sorter {

    /** Keys that may be held at once. MongoDB allows 100 MB; this store lives in somebody's JVM. */
    static final long MEMORY_BYTES = 32L << 20;

    private static final int EXCEEDED_MEMORY = 292;
    private static final int OVERHEAD = 64;

    private static final Comparator<Entry> ORDER = Comparator.<Entry, byte[]>comparing(
                    entry -> entry.key, Arrays::compareUnsigned)
            .thenComparingLong(entry -> entry.record);

    private final SortOrder.Keyer keyer;
    private final long wanted;
    private final PriorityQueue<Entry> best = new PriorityQueue<>(ORDER.reversed());
    private final List<Entry> all = new ArrayList<>();
    private long bytes;

    private Sorter(SortOrder order, long wanted) {
        this.keyer = order.keyer();
        this.wanted = wanted;
    }

    /**
     * The records of documents in their order.
     *
     * @param wanted how many of the first are needed; 0 for all
     */
    static Iterator<Long> sort(Iterator<Found> documents, SortOrder order, long wanted) {
        Sorter sorter = new Sorter(order, wanted);
        documents.forEachRemaining(sorter::take);
        return sorter.inOrder();
    }

    private void take(Found found) {
        Entry entry = new Entry(keyer.keyOf(found.document()), found.record());
        if (wanted == 0) {
            all.add(entry);
            grow(entry);
            return;
        }
        if (best.size() == wanted) {
            if (ORDER.compare(entry, best.peek()) >= 0) {
                return;
            }
            bytes -= sizeOf(best.remove());
        }
        best.add(entry);
        grow(entry);
    }

    private void grow(Entry entry) {
        bytes += sizeOf(entry);
        if (bytes > MEMORY_BYTES) {
            throw new MongoServerError(
                    EXCEEDED_MEMORY,
                    "QueryExceededMemoryLimitNoDiskUseAllowed",
                    "Sort exceeded memory limit of " + MEMORY_BYTES + " bytes; add an index in that order, or a limit");
        }
    }

    private static long sizeOf(Entry entry) {
        return OVERHEAD + (long) entry.key.length;
    }

    private Iterator<Long> inOrder() {
        List<Entry> entries = new ArrayList<>(wanted == 0 ? all : best);
        entries.sort(ORDER);
        return entries.stream().map(entry -> entry.record).iterator();
    }

    private static final class Entry {
        private final byte[] key;
        private final long record;

        Entry(byte[] key, long record) {
            this.key = key;
            this.record = record;
        }
    }
}
