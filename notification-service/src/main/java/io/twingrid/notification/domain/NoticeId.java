package io.twingrid.notification.domain;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Ids of notices: UUID version 7 (RFC 9562), so that a list by id is a list by time. */
public final class NoticeId {
    private static final int COUNTED = 1 << 12;

    private NoticeId() {}

    /**
     * A new id.
     *
     * @param now when it is stored
     * @param place among those that are stored together, from 0: they keep their order though their time is one
     */
    public static String of(Instant now, int place) {
        long millis = now.toEpochMilli() + place / COUNTED;
        long high = (millis << 16) | 0x7000L | (place % COUNTED);
        long low = (ThreadLocalRandom.current().nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    /** Not later than any id of this moment or behind it. */
    public static String earliest(Instant moment) {
        return new UUID((moment.toEpochMilli() << 16) | 0x7000L, 0x8000_0000_0000_0000L).toString();
    }

    /** Whether a text has the form of an id. */
    public static boolean isOne(String text) {
        return text.matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    }
}
