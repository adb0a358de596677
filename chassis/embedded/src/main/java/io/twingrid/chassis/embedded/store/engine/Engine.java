package io.twingrid.chassis.embedded.store.engine;

import de.bwaldvogel.mongo.bson.Document;
import io.twingrid.chassis.embedded.store.index.IndexSpec;
import io.twingrid.chassis.embedded.store.log.DocumentLog;
import io.twingrid.chassis.embedded.store.log.LogRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * All collections of one folder. What a caller has written is safe from a kill of the process as soon as the call returns,
 * and safe from a power cut once {@link #awaitDurable()} has returned.
 */
public final class Engine implements AutoCloseable {

    private final EngineSettings settings;
    private final IndexFile file;
    private final DocumentLog log;
    private final Map<Integer, CollectionData> collections = new ConcurrentHashMap<>();
    private final AtomicInteger nextCollection = new AtomicInteger(1);
    private final AtomicInteger nextIndex = new AtomicInteger(1);
    private final Journal journal;
    private final Checkpoints checkpoints;
    private final Reclaimer reclaimer;

    private Engine(EngineSettings settings, StoreFolder folder) {
        this.settings = settings;
        this.file = folder.file();
        this.log = folder.log();
        this.checkpoints = new Checkpoints(settings, file, log, collections::values);
        this.journal = new Journal(log, this::relieve);
        this.reclaimer = new Reclaimer(settings, log, checkpoints, collections::get);
    }

    /**
     * Opens a folder, which the caller has to himself, and brings it up to the log's end.
     *
     * @throws UnusableFolderException when it holds something else, or something damaged
     */
    public static Engine open(Path folder, EngineSettings settings) {
        StoreFolder opened = StoreFolder.open(folder, settings);
        Engine engine = new Engine(settings, opened);
        try {
            engine.openCollections();
            engine.replay();
            return engine;
        } catch (RuntimeException e) {
            engine.closeWithoutWriting();
            throw e;
        }
    }

    private void relieve() {
        checkpoints.relieve(journal);
    }

    private void openCollections() {
        List<MVMap<?, ?>> maps = new ArrayList<>();
        file.collections().forEach((id, description) -> {
            CollectionData collection = openCollection(id, Bson.decode(description));
            collections.put(id, collection);
            maps.add(collection.records().map());
            collection.indexes().forEach(index -> maps.add(index.entries()));
            nextCollection.accumulateAndGet(id + 1, Math::max);
        });
        file.removeAllBut(maps);
    }

    private CollectionData openCollection(int id, Document description) {
        List<IndexTree> indexes = new ArrayList<>();
        for (Object each : (Collection<?>) Objects.requireNonNull(description.get("indexes"))) {
            Document index = (Document) each;
            int number = (Integer) Objects.requireNonNull(index.get("id"));
            IndexSpec spec = IndexSpec.fromDocument((Document) Objects.requireNonNull(index.get("spec")));
            long arrayFields = (Long) Objects.requireNonNull(index.get("arrayFields"));
            indexes.add(new IndexTree(number, spec, arrayFields, file.entries(number)));
            nextIndex.accumulateAndGet(number + 1, Math::max);
        }
        Namespace namespace = new Namespace((String) Objects.requireNonNull(description.get("db")), (String)
                Objects.requireNonNull(description.get("name")));
        long bytes = (Long) Objects.requireNonNull(description.get("bytes"));
        return new CollectionData(id, namespace, journal, file.records(id), indexes, bytes);
    }

    private void replay() {
        log.replaySince(checkpoints.last(), (address, record) -> {
            replay(address, record);
            if (file.unsavedBytes() > settings.unsavedIndexBytes()) {
                checkpoints.commit(log.behind(address));
            }
        });
    }

    private void replay(long address, LogRecord record) {
        CollectionData collection = collections.get(record.collection());
        if (collection != null) {
            collection.replay(address, record);
        }
    }

    public Collection<CollectionData> collections() {
        return collections.values();
    }

    /** Makes an empty collection with an index on {@code _id}. */
    public CollectionData create(Namespace namespace) {
        int id = nextCollection.getAndIncrement();
        int index = nextIndex.getAndIncrement();
        IndexTree ofId = new IndexTree(index, IndexSpec.OF_ID, 0, file.entries(index));
        CollectionData collection = new CollectionData(id, namespace, journal, file.records(id), List.of(ofId), 0);
        checkpoints.write(journal, () -> collections.put(id, collection));
        return collection;
    }

    public void drop(CollectionData collection) {
        underWriting(collection, () -> {
            collection.markDropped();
            checkpoints.write(journal, () -> {
                collections.remove(collection.id());
                file.setCollection(collection.id(), null);
                releaseAll(collection);
                file.remove(collection.records().map());
                collection.indexes().forEach(index -> file.remove(index.entries()));
            });
        });
    }

    private void releaseAll(CollectionData collection) {
        collection.records().forEachAddress(log::release);
    }

    public void rename(CollectionData collection, Namespace to) {
        underWriting(collection, () -> checkpoints.write(journal, () -> collection.rename(to)));
    }

    /**
     * Makes an index over what is there and what will come.
     *
     * @throws DuplicateKeyException when it is to be unique and cannot be; there is no index then
     */
    public void createIndex(CollectionData collection, IndexSpec spec) {
        underWriting(collection, () -> {
            int id = nextIndex.getAndIncrement();
            IndexTree index = new IndexTree(id, spec, 0, file.entries(id));
            try {
                pinned(() -> fill(index, collection.snapshot()));
            } catch (RuntimeException e) {
                checkpoints.write(journal, () -> file.remove(index.entries()));
                throw e;
            }
            List<IndexTree> indexes = new ArrayList<>(collection.indexes());
            indexes.add(index);
            checkpoints.write(journal, () -> collection.setIndexes(indexes));
        });
    }

    private IndexTree fill(IndexTree index, Snapshot snapshot) {
        ReentrantLock unshared = new ReentrantLock();
        for (Iterator<Long> records = snapshot.records(false); records.hasNext(); ) {
            long record = records.next();
            Document document = Objects.requireNonNull(snapshot.read(record)).document();
            for (IndexChange change : IndexChange.between(List.of(index), null, document)) {
                journal.change(unshared, () -> {
                    change.requireUnique(record);
                    change.apply(record);
                    return record;
                });
            }
        }
        return index;
    }

    public void dropIndex(CollectionData collection, IndexTree index) {
        underWriting(collection, () -> {
            List<IndexTree> indexes = new ArrayList<>(collection.indexes());
            indexes.remove(index);
            checkpoints.write(journal, () -> {
                collection.setIndexes(indexes);
                file.remove(index.entries());
            });
        });
    }

    private static void underWriting(CollectionData collection, Runnable action) {
        collection.writing().lock();
        try {
            action.run();
        } finally {
            collection.writing().unlock();
        }
    }

    /** Opened before the first snapshot is taken and closed after the last look at one. */
    public Pin pin() {
        return file.pin();
    }

    /** Runs something between opening and closing a pin. */
    public <T extends @Nullable Object> T pinned(Supplier<T> reading) {
        Pin pin = pin();
        try {
            return reading.get();
        } finally {
            pin.close();
        }
    }

    /** Returns when everything written so far is as safe as the settings promise. */
    public void awaitDurable() {
        if (settings.sync()) {
            log.force();
        }
    }

    /** The work that is nobody's in particular: called again and again by a thread of its own. */
    public void maintain() {
        checkpoints.maintain(journal);
        reclaimer.run(journal);
    }

    /** Writes a checkpoint now. */
    public void checkpoint() {
        checkpoints.write(journal);
    }

    /** Runs something while no file changes: a copy that it makes of the folder is as good as one of a store that was killed. */
    public void still(Runnable action) {
        checkpoints.still(journal, action);
    }

    /** The bytes that all files take. */
    public long storageBytes() {
        return log.totalBytes() + file.fileBytes();
    }

    /** Writes a last checkpoint; where that fails, the next start reads the log instead. */
    @Override
    public void close() {
        try {
            checkpoints.close();
            checkpoints.write(journal);
            file.close();
            log.close();
        } catch (RuntimeException e) {
            closeWithoutWriting();
            throw e;
        }
    }

    private void closeWithoutWriting() {
        checkpoints.close();
        file.closeWithoutWriting();
        log.close();
    }
}
