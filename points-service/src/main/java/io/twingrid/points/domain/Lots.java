package io.twingrid.points.domain;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What is left of each credit when points are used in the order in which they were earned: first in, first out. A fold over an
 * account's entries, oldest first; it keeps what is unused, not what was.
 */
public final class Lots {
    private final Deque<Lot> unused = new ArrayDeque<>();

    private record Lot(long seq, Instant earned, long points) {}

    /** Takes the account's next entry into account. */
    public Lots add(LedgerEntry entry) {
        if (entry.amount() > 0) {
            unused.addLast(new Lot(entry.seq(), entry.at(), entry.amount()));
        } else {
            use(-entry.amount());
        }
        return this;
    }

    /**
     * Unused points that were earned before a time.
     *
     * @param upTo {@code seq} of the last entry whose points count
     */
    public long earnedBefore(Instant time, long upTo) {
        return unused.stream()
                .filter(lot -> lot.seq() <= upTo && lot.earned().isBefore(time))
                .mapToLong(Lot::points)
                .sum();
    }

    private void use(long points) {
        long left = points;
        while (left > 0 && !unused.isEmpty()) {
            Lot oldest = unused.removeFirst();
            long rest = oldest.points() - left;
            left = Math.max(0, -rest);
            if (rest > 0) {
                unused.addFirst(new Lot(oldest.seq(), oldest.earned(), rest));
            }
        }
    }
}
