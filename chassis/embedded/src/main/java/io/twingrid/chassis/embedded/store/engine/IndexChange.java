package io.twingrid.chassis.embedded.store.engine;

import de.bwaldvogel.mongo.bson.Document;
import io.twingrid.chassis.embedded.store.index.IndexKeys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one document's change means for one index: the keys that go and the keys that come. */
record IndexChange(IndexTree index, IndexKeys gone, IndexKeys come) {

    private static final IndexKeys NO_KEYS = new IndexKeys(List.of(), 0);

    static List<IndexChange> between(List<IndexTree> indexes, @Nullable Document before, @Nullable Document after) {
        List<IndexChange> changes = new ArrayList<>(indexes.size());
        for (IndexTree index : indexes) {
            IndexKeys old = before == null ? NO_KEYS : index.keysOf(before);
            IndexKeys fresh = after == null ? NO_KEYS : index.keysOf(after);
            IndexChange change = new IndexChange(index, without(old, fresh), without(fresh, old));
            if (change.isSomething()) {
                changes.add(change);
            }
        }
        return changes;
    }

    private boolean isSomething() {
        boolean newArrays = (come.arrayFields() & ~index.arrayFields()) != 0;
        return newArrays || !gone.keys().isEmpty() || !come.keys().isEmpty();
    }

    private static IndexKeys without(IndexKeys from, IndexKeys others) {
        if (others.keys().isEmpty()) {
            return from;
        }
        List<byte[]> rest = new ArrayList<>(from.keys().size());
        for (byte[] key : from.keys()) {
            if (!contains(others.keys(), key)) {
                rest.add(key);
            }
        }
        return new IndexKeys(rest, from.arrayFields());
    }

    private static boolean contains(List<byte[]> keys, byte[] key) {
        for (byte[] each : keys) {
            if (Arrays.equals(each, key)) {
                return true;
            }
        }
        return false;
    }

    void requireUnique(long record) {
        if (index.spec().unique()) {
            for (byte[] key : come.keys()) {
                if (index.isTakenByAnother(key, record)) {
                    throw new DuplicateKeyException(index.spec());
                }
            }
        }
    }

    void apply(long record) {
        index.remove(gone, record);
        index.add(come, record);
    }
}
