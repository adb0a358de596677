package io.twingrid.chassis.embedded.store;

import de.bwaldvogel.mongo.exception.CursorNotFoundException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The open cursors. One that nobody has read from for a while is closed, because its client may be gone. */
final class Cursors {

    private final Map<Long, OpenCursor> open = new ConcurrentHashMap<>();
    private final AtomicLong lastId = new AtomicLong();
    private final Duration idleFor;

    Cursors(Duration idleFor) {
        this.idleFor = idleFor;
    }

    long nextId() {
        return lastId.incrementAndGet();
    }

    void add(OpenCursor cursor) {
        open.put(cursor.getId(), cursor);
    }

    /**
     * The cursor of that number.
     *
     * @throws CursorNotFoundException when it was closed or never was
     */
    OpenCursor get(long id) {
        OpenCursor cursor = open.get(id);
        if (cursor == null) {
            throw new CursorNotFoundException(id);
        }
        cursor.markUsed();
        return cursor;
    }

    /** Closes a cursor; false when there is none of that number. */
    boolean close(long id) {
        OpenCursor cursor = open.remove(id);
        if (cursor == null) {
            return false;
        }
        cursor.close();
        return true;
    }

    void closeIdle() {
        open.forEach((id, cursor) -> {
            if (cursor.idleNanos() > idleFor.toNanos()) {
                close(id);
            }
        });
    }

    void closeAll() {
        open.keySet().forEach(this::close);
    }

    int size() {
        return open.size();
    }
}
