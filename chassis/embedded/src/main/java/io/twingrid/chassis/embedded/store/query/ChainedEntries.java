package io.twingrid.chassis.embedded.store.query;

import io.twingrid.chassis.embedded.store.engine.IndexTree;
import io.twingrid.chassis.embedded.store.engine.Snapshot;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entries of one range after the other. */
final class ChainedEntries extends Lookahead<byte[]> {

    private final Snapshot snapshot;
    private final IndexTree index;
    private final Iterator<KeyRange> ranges;
    private final boolean backwards;
    private Iterator<byte[]> current = Collections.emptyIterator();

    ChainedEntries(Snapshot snapshot, IndexTree index, List<KeyRange> ranges, boolean backwards) {
        this.snapshot = snapshot;
        this.index = index;
        this.ranges = (backwards ? ranges.reversed() : ranges).iterator();
        this.backwards = backwards;
    }

    @Override
    protected byte @Nullable [] advance() {
        while (!current.hasNext()) {
            if (!ranges.hasNext()) {
                return null;
            }
            KeyRange range = ranges.next();
            current = snapshot.entries(index, range.from(), range.to(), backwards);
        }
        return current.next();
    }
}
