package io.twingrid.chassis.embedded.store.engine;

import io.twingrid.chassis.embedded.store.log.Position;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;
import org.jspecify.annotations.Nullable;

/** The file with the sorted maps, and the catalog that says what they are. It changes on disk at {@link #commit()} alone. */
final class IndexFile implements AutoCloseable {

    static final String NAME = "index.mv";

    private static final String FORMAT_KEY = "format";
    private static final byte[] FORMAT = {3};
    private static final String LOG_POSITION_KEY = "log.position";
    private static final String LOG_USAGE_KEY = "log.usage";
    private static final String COLLECTION_PREFIX = "collection.";
    private static final String CATALOG = "catalog";

    /** Chunks of the file with less life than this are written anew. */
    private static final int FILL_PERCENT = 75;

    private static final int REWRITE_BYTES = 8 << 20;

    private final MVStore store;
    private final MVMap<String, byte[]> catalog;
    private volatile long oldestVersionInUse;

    private IndexFile(MVStore store) {
        this.store = store;
        this.catalog = store.openMap(
                CATALOG,
                new MVMap.Builder<String, byte[]>()
                        .keyType(StringDataType.INSTANCE)
                        .valueType(ByteArrayDataType.INSTANCE));
        store.setVersionsToKeep(0);
        // Old chunks are kept by pins and by the checkpoint's order of writes, not by the clock.
        store.setRetentionTime(0);
        store.setOldestVersionTracker(oldest -> oldestVersionInUse = oldest);
    }

    /** Opens or makes the file. */
    static IndexFile open(Path folder, int cacheMebibytes) {
        Path file = folder.resolve(NAME);
        try {
            PageFile pages = new PageFile(cacheMebibytes);
            pages.open(file.toString(), false, null);
            return new IndexFile(new MVStore.Builder()
                    .adoptFileStore(pages)
                    .autoCommitDisabled()
                    .autoCommitBufferSize(0)
                    .open());
        } catch (MVStoreException e) {
            throw new UnusableFolderException(
                    "The file %s is damaged or not a store's (%s): restore the folder from a copy, or choose an empty one."
                            .formatted(file.toAbsolutePath(), e.getMessage()),
                    e);
        }
    }

    boolean isNew() {
        return catalog.isEmpty();
    }

    /** Whether it has maps of somebody else's: a file of the same library that another program has made. */
    boolean isForeign() {
        return catalog.isEmpty() && store.getMapNames().size() > 1;
    }

    boolean hasKnownFormat() {
        return Arrays.equals(catalog.get(FORMAT_KEY), FORMAT);
    }

    void markFormat() {
        catalog.put(FORMAT_KEY, FORMAT);
    }

    Position logPosition() {
        return Position.fromLong(ByteBuffer.wrap(stored(LOG_POSITION_KEY)).getLong());
    }

    byte[] logUsage() {
        return stored(LOG_USAGE_KEY);
    }

    private byte[] stored(String key) {
        return Objects.requireNonNull(catalog.get(key), key);
    }

    void setLog(Position position, byte[] usage) {
        catalog.put(
                LOG_POSITION_KEY,
                ByteBuffer.allocate(Long.BYTES).putLong(position.toLong()).array());
        catalog.put(LOG_USAGE_KEY, usage);
    }

    /** The stored descriptions of the collections, by collection number. */
    Map<Integer, byte[]> collections() {
        Map<Integer, byte[]> descriptions = new HashMap<>();
        catalog.forEach((key, description) -> {
            if (key.startsWith(COLLECTION_PREFIX)) {
                descriptions.put(Integer.valueOf(key.substring(COLLECTION_PREFIX.length())), description);
            }
        });
        return descriptions;
    }

    void setCollection(int collection, byte @Nullable [] description) {
        String key = COLLECTION_PREFIX + collection;
        if (description == null) {
            catalog.remove(key);
        } else if (!Arrays.equals(description, catalog.get(key))) {
            catalog.put(key, description);
        }
    }

    AddressTable records(int collection) {
        return new AddressTable(store.openMap(
                "records." + collection,
                new MVMap.Builder<Long, long[]>().keyType(LongDataType.INSTANCE).valueType(AddressTable.GROUP_TYPE)));
    }

    MVMap<byte[], Present> entries(int index) {
        return store.openMap(
                "index." + index,
                new MVMap.Builder<byte[], Present>().keyType(KeyType.INSTANCE).valueType(Present.TYPE));
    }

    void remove(MVMap<?, ?> map) {
        store.removeMap(map);
    }

    /** Removes what an index build or a drop that was cut short has left behind. */
    void removeAllBut(Collection<MVMap<?, ?>> wanted) {
        Set<String> names = Set.copyOf(wanted.stream().map(MVMap::getName).toList());
        for (String name : store.getMapNames()) {
            if (!name.equals(CATALOG) && !names.contains(name)) {
                store.removeMap(name);
            }
        }
    }

    /** Estimated heap of the pages that wait for the next commit. */
    long unsavedBytes() {
        return store.getUnsavedMemory();
    }

    boolean hasChanges() {
        return store.hasUnsavedChanges();
    }

    /**
     * Writes all changes as one.
     *
     * @return the version that readers must have reached before what this commit let go may disappear
     */
    long commit() {
        store.commit();
        return store.getCurrentVersion();
    }

    void sync() {
        store.sync();
    }

    /** Marks live pages of nearly dead chunks to be written with the next commit, so that their room becomes free. */
    void loosen() {
        store.compact(FILL_PERCENT, REWRITE_BYTES);
    }

    long fileBytes() {
        return store.getFileStore().size();
    }

    /** Keeps every snapshot readable that is taken from now on until the pin is closed. */
    Pin pin() {
        MVStore.TxCounter usage = store.registerVersionUsage();
        return () -> store.deregisterVersionUsage(usage);
    }

    long oldestVersionInUse() {
        return oldestVersionInUse;
    }

    @Override
    public void close() {
        store.close();
    }

    void closeWithoutWriting() {
        store.closeImmediately();
    }
}
