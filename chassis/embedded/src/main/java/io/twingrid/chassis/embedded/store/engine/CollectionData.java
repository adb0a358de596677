package io.twingrid.chassis.embedded.store.engine;

import de.bwaldvogel.mongo.bson.Document;
import io.twingrid.chassis.embedded.store.key.Keys;
import io.twingrid.chassis.embedded.store.key.ValueKey;
import io.twingrid.chassis.embedded.store.log.LogRecord;
import io.twingrid.chassis.embedded.store.log.LogRecord.Kind;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.mvstore.RootReference;
import org.jspecify.annotations.Nullable;

/**
 * One collection's documents and indexes. The changes of one document are applied as one: whoever takes a
 * {@link #snapshot()} sees all of them or none. Writers that decide on what they have read hold {@link #writing()} over both.
 */
public final class CollectionData {

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final int id;
    private final Journal journal;
    private final AddressTable records;
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock applying = new ReentrantLock();
    private volatile Namespace namespace;
    private volatile List<IndexTree> indexes;
    private final AtomicLong bytes;
    private volatile boolean dropped;
    private long nextRecord;

    CollectionData(
            int id, Namespace namespace, Journal journal, AddressTable records, List<IndexTree> indexes, long bytes) {
        this.id = id;
        this.namespace = namespace;
        this.journal = journal;
        this.records = records;
        this.indexes = List.copyOf(indexes);
        this.bytes = new AtomicLong(bytes);
        this.nextRecord = records.last() + 1;
    }

    int id() {
        return id;
    }

    public Namespace namespace() {
        return namespace;
    }

    void rename(Namespace to) {
        namespace = to;
    }

    /** From now on nothing can be written to it, also by those who have found it before. */
    void markDropped() {
        applying.lock();
        try {
            dropped = true;
        } finally {
            applying.unlock();
        }
    }

    public List<IndexTree> indexes() {
        return indexes;
    }

    void setIndexes(List<IndexTree> changed) {
        applying.lock();
        try {
            indexes = List.copyOf(changed);
        } finally {
            applying.unlock();
        }
    }

    /** The index that every collection has. */
    public IndexTree idIndex() {
        return indexes.getFirst();
    }

    AddressTable records() {
        return records;
    }

    public long count() {
        return idIndex().size(); // an id is never an array: one entry a document
    }

    /** What the documents take in the log. */
    public long bytes() {
        return bytes.get();
    }

    /** Held by whoever reads first and writes after that; one at a time. */
    public ReentrantLock writing() {
        return writing;
    }

    public Snapshot snapshot() {
        applying.lock();
        try {
            Map<IndexTree, RootReference<byte[], Present>> roots = HashMap.newHashMap(indexes.size());
            for (IndexTree index : indexes) {
                roots.put(index, index.entries().flushAndGetRoot());
            }
            return new Snapshot(journal.log(), records, records.now(), roots);
        } finally {
            applying.unlock();
        }
    }

    /** The record of the document with that {@code _id} now; null when there is none. */
    public @Nullable Long recordOfId(@Nullable Object id) {
        byte[] key = ValueKey.of(id);
        byte[] entry = idIndex().entries().higherKey(key);
        return entry != null && Keys.startsWith(entry, key) ? Keys.recordOf(entry) : null;
    }

    /** The document of a record as it is now; null when there is none. */
    public @Nullable Stored read(long record) {
        long address = records.get(record);
        return address == AddressTable.NOWHERE ? null : Stored.in(journal.log(), address);
    }

    /**
     * Adds a document.
     *
     * @return its record
     * @throws DuplicateKeyException when it breaks a unique index; nothing was changed then
     */
    public long insert(Document document) {
        List<IndexChange> changes = IndexChange.between(indexes, null, document);
        byte[] bson = Bson.encode(document);
        return journal.change(applying, () -> {
            long record = nextRecord;
            append(Kind.PUT, record, ByteBuffer.wrap(bson), changes);
            nextRecord = record + 1;
            return record;
        });
    }

    /**
     * Puts a document in the place of the one it was made from.
     *
     * @throws DuplicateKeyException when it breaks a unique index; nothing was changed then
     */
    public void update(long record, Document before, Document after) {
        List<IndexChange> changes = IndexChange.between(indexes, before, after);
        byte[] bson = Bson.encode(after);
        journal.change(applying, () -> append(Kind.PUT, record, ByteBuffer.wrap(bson), changes));
    }

    public void remove(long record, Document before) {
        List<IndexChange> changes = IndexChange.between(indexes, before, null);
        journal.change(applying, () -> append(Kind.REMOVE, record, NOTHING, changes));
    }

    /** Log first, maps after: what is not in the log is nowhere. */
    private long append(Kind kind, long record, ByteBuffer bson, List<IndexChange> changes) {
        if (dropped) {
            throw new IllegalStateException("collection " + namespace + " was dropped meanwhile");
        }
        changes.forEach(change -> change.requireUnique(record));
        long address = journal.log().append(new LogRecord(kind, id, record, bson));
        try {
            apply(kind, record, address, changes);
        } catch (RuntimeException e) {
            journal.fail(e);
            throw e;
        }
        return address;
    }

    private void apply(Kind kind, long record, long address, List<IndexChange> changes) {
        long replaced = kind == Kind.PUT ? records.put(record, address) : records.remove(record);
        long grown = kind == Kind.PUT ? journal.log().lengthOf(address) : 0;
        if (replaced != AddressTable.NOWHERE) {
            grown -= journal.log().lengthOf(replaced);
            journal.log().release(replaced);
        }
        bytes.addAndGet(grown);
        changes.forEach(change -> change.apply(record));
    }

    /** Does once more what a record of the log says, at a start after a crash. */
    void replay(long address, LogRecord logged) {
        Stored stored = read(logged.record());
        Document before = stored == null ? null : stored.document();
        Document after = logged.kind() == Kind.PUT ? Bson.decode(logged.bson()) : null;
        apply(logged.kind(), logged.record(), address, IndexChange.between(indexes, before, after));
        nextRecord = Math.max(nextRecord, logged.record() + 1);
    }

    /** Writes a document anew at the log's end if it still stands at {@code address}, so that its segment can go. */
    void relocate(long address, LogRecord logged) {
        journal.change(applying, () -> {
            if (records.get(logged.record()) == address) {
                append(Kind.PUT, logged.record(), logged.bson(), List.of());
            }
            return address;
        });
    }

    /** As the catalog keeps it. */
    Document describe() {
        return new Document("db", namespace.database())
                .append("name", namespace.collection())
                .append("bytes", bytes.get())
                .append(
                        "indexes",
                        indexes.stream()
                                .map(index -> new Document("id", index.id())
                                        .append("arrayFields", index.arrayFields())
                                        .append(
                                                "spec",
                                                index.spec()
                                                        .toDocument()
                                                        .append(
                                                                "unique",
                                                                index.spec().unique())))
                                .toList());
    }
}
