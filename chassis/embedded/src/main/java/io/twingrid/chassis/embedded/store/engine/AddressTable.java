package io.twingrid.chassis.embedded.store.engine;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.LongConsumer;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.RootReference;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/**
 * Where each record stands in the log. Thirty-two records that came one after the other share an entry of the map, so that all
 * pages of a million records have room in the cache, and ten thousand changes at random places write a few hundred of them.
 */
final class AddressTable {

    /** The address of a record that is not there. */
    static final long NOWHERE = 0;

    private static final int GROUP_BITS = 5;
    private static final int GROUP = 1 << GROUP_BITS;

    private final MVMap<Long, long[]> groups;

    AddressTable(MVMap<Long, long[]> groups) {
        this.groups = groups;
    }

    MVMap<Long, long[]> map() {
        return groups;
    }

    /** The table as it is now, for {@link #get(RootReference, long)} and {@link #records}. */
    RootReference<Long, long[]> now() {
        return groups.flushAndGetRoot();
    }

    long get(long record) {
        return in(groups.get(groupOf(record)), record);
    }

    long get(RootReference<Long, long[]> moment, long record) {
        return in(groups.get(moment.root, groupOf(record)), record);
    }

    /** Answers the address that the record had. */
    long put(long record, long address) {
        long[] before = groups.get(groupOf(record));
        long[] after = before == null ? new long[GROUP] : before.clone();
        after[placeOf(record)] = address;
        groups.put(groupOf(record), after);
        return in(before, record);
    }

    /** Answers the address that the record had. */
    long remove(long record) {
        long former = put(record, NOWHERE);
        if (highestIn(groups.get(groupOf(record))) < 0) {
            groups.remove(groupOf(record));
        }
        return former;
    }

    /** The highest record; 0 when there is none. */
    long last() {
        Long group = groups.lastKey();
        return group == null ? 0 : record(group, highestIn(groups.get(group)));
    }

    void forEachAddress(LongConsumer action) {
        groups.values().forEach(group -> Arrays.stream(group)
                .filter(address -> address != NOWHERE)
                .forEach(action));
    }

    /** The records of a moment, in the order in which they came, or in its reverse. */
    Iterator<Long> records(RootReference<Long, long[]> moment, boolean backwards) {
        return new Records(groups.cursor(moment, null, null, backwards), backwards);
    }

    private static long groupOf(long record) {
        return record >>> GROUP_BITS;
    }

    private static int placeOf(long record) {
        return (int) record & (GROUP - 1);
    }

    private static long record(long group, int place) {
        return (group << GROUP_BITS) + place;
    }

    private static long in(long @Nullable [] group, long record) {
        return group == null ? NOWHERE : group[placeOf(record)];
    }

    /** The last place that is taken; -1 when none is. */
    private static int highestIn(long @Nullable [] group) {
        int place = group == null ? -1 : GROUP - 1;
        while (place >= 0 && in(group, place) == NOWHERE) {
            place--;
        }
        return place;
    }

    private static final class Records implements Iterator<Long> {
        private final Cursor<Long, long[]> cursor;
        private final int step;
        private long[] group = {};
        private int place;

        Records(Cursor<Long, long[]> cursor, boolean backwards) {
            this.cursor = cursor;
            this.step = backwards ? -1 : 1;
        }

        @Override
        public boolean hasNext() {
            while (place < 0 || place >= group.length || group[place] == NOWHERE) {
                if (place >= 0 && place < group.length) {
                    place += step;
                } else if (cursor.hasNext()) {
                    cursor.next();
                    group = cursor.getValue();
                    place = step > 0 ? 0 : GROUP - 1;
                } else {
                    return false;
                }
            }
            return true;
        }

        @Override
        public Long next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            long record = record(cursor.getKey(), place);
            place += step;
            return record;
        }
    }

    /** The addresses of a group; those of places that nobody has are {@link #NOWHERE}. */
    static final BasicDataType<long[]> GROUP_TYPE = new BasicDataType<>() {

        /** An array's header and the reference to it. */
        private static final int OVERHEAD = 20;

        @Override
        public int getMemory(long[] group) {
            return GROUP * Long.BYTES + OVERHEAD;
        }

        @Override
        public void write(WriteBuffer out, long[] group) {
            for (long address : group) {
                out.putLong(address);
            }
        }

        @Override
        public long[] read(ByteBuffer in) {
            long[] group = new long[GROUP];
            for (int place = 0; place < GROUP; place++) {
                group[place] = in.getLong();
            }
            return group;
        }

        @Override
        public long[][] createStorage(int size) {
            return new long[size][];
        }
    };
}
