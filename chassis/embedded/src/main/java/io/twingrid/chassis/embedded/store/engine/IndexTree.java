package io.twingrid.chassis.embedded.store.engine;

import de.bwaldvogel.mongo.bson.Document;
import io.twingrid.chassis.embedded.store.index.IndexKeys;
import io.twingrid.chassis.embedded.store.index.IndexSpec;
import io.twingrid.chassis.embedded.store.index.KeyExtractor;
import io.twingrid.chassis.embedded.store.key.Keys;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** One index: a sorted set of entries, each the document's key followed by the document's record. */
public final class IndexTree {

    private final int id;
    private final IndexSpec spec;
    private final KeyExtractor extractor;
    private final MVMap<byte[], Present> entries;
    private volatile long arrayFields;

    IndexTree(int id, IndexSpec spec, long arrayFields, MVMap<byte[], Present> entries) {
        this.id = id;
        this.spec = spec;
        this.extractor = new KeyExtractor(spec);
        this.arrayFields = arrayFields;
        this.entries = entries;
    }

    int id() {
        return id;
    }

    public IndexSpec spec() {
        return spec;
    }

    MVMap<byte[], Present> entries() {
        return entries;
    }

    public long size() {
        return entries.sizeAsLong();
    }

    /** One bit for each field that was ever seen to go through an array. */
    public long arrayFields() {
        return arrayFields;
    }

    /** Whether some document has, or once had, an array in that field. */
    public boolean hasArraysAt(int field) {
        return (arrayFields >>> field & 1) != 0;
    }

    IndexKeys keysOf(Document document) {
        return extractor.keysOf(document);
    }

    /** How many entries lie in {@code [from, to)}, without reading them. */
    public long count(byte[] from, byte @Nullable [] to) {
        return Math.max(0, rank(to) - rank(from));
    }

    private long rank(byte @Nullable [] key) {
        if (key == null) {
            return entries.sizeAsLong();
        }
        long index = entries.getKeyIndex(key);
        return index < 0 ? -index - 1 : index;
    }

    /** Whether a document other than {@code record} has that key. */
    boolean isTakenByAnother(byte[] key, long record) {
        byte[] entry = entries.higherKey(key);
        while (entry != null && Keys.startsWith(entry, key)) {
            if (Keys.recordOf(entry) != record) {
                return true;
            }
            entry = entries.higherKey(entry);
        }
        return false;
    }

    void add(IndexKeys keys, long record) {
        if (keys.arrayFields() != 0) {
            arrayFields |= keys.arrayFields();
        }
        for (byte[] key : keys.keys()) {
            entries.put(Keys.entry(key, record), Present.YES);
        }
    }

    void remove(IndexKeys keys, long record) {
        for (byte[] key : keys.keys()) {
            entries.remove(Keys.entry(key, record));
        }
    }
}
