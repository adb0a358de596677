package io.twingrid.chassis.embedded.store.engine;

import io.twingrid.chassis.embedded.store.log.DocumentLog;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.RootReference;
import org.jspecify.annotations.Nullable;

/**
 * A collection as it was at one moment: documents and indexes agree, whatever is written meanwhile. Valid while the
 * {@link Pin} is open under which it was taken; reading takes no lock.
 */
public final class Snapshot {

    private final DocumentLog log;
    private final AddressTable addresses;
    private final RootReference<Long, long[]> records;
    private final Map<IndexTree, RootReference<byte[], Present>> indexes;

    Snapshot(
            DocumentLog log,
            AddressTable addresses,
            RootReference<Long, long[]> records,
            Map<IndexTree, RootReference<byte[], Present>> indexes) {
        this.log = log;
        this.addresses = addresses;
        this.records = records;
        this.indexes = indexes;
    }

    /** Whether that index was there at that moment. */
    public boolean has(IndexTree index) {
        return indexes.containsKey(index);
    }

    /** The document of a record; null when there is none. */
    public @Nullable Stored read(long record) {
        long address = addresses.get(records, record);
        return address == AddressTable.NOWHERE ? null : Stored.in(log, address);
    }

    /** The entries of an index in {@code [from, to)}, backwards if asked for. */
    public Iterator<byte[]> entries(IndexTree index, byte[] from, byte @Nullable [] to, boolean backwards) {
        RootReference<byte[], Present> root = rootOf(index);
        Cursor<byte[], Present> cursor = backwards
                ? index.entries().cursor(root, to, from, true)
                : index.entries().cursor(root, from, to, false);
        return new Bounded(cursor, to);
    }

    /** The numbers of the records in the order in which they came, or in its reverse. */
    public Iterator<Long> records(boolean backwards) {
        return addresses.records(records, backwards);
    }

    private RootReference<byte[], Present> rootOf(IndexTree index) {
        RootReference<byte[], Present> root = indexes.get(index);
        if (root == null) {
            throw new IllegalStateException("the index " + index.spec().name() + " was not there yet");
        }
        return root;
    }

    /** The map's cursors include their upper end; ours is the first key behind. */
    private static final class Bounded implements Iterator<byte[]> {
        private final Cursor<byte[], Present> cursor;
        private final byte @Nullable [] to;
        private byte @Nullable [] next;

        Bounded(Cursor<byte[], Present> cursor, byte @Nullable [] to) {
            this.cursor = cursor;
            this.to = to;
            advance();
        }

        private void advance() {
            next = null;
            while (next == null && cursor.hasNext()) {
                byte[] key = cursor.next();
                next = to != null && Arrays.equals(key, to) ? null : key;
            }
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public byte[] next() {
            byte[] result = next;
            if (result == null) {
                throw new NoSuchElementException();
            }
            advance();
            return result;
        }
    }
}
