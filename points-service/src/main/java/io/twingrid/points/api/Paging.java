package io.twingrid.points.api;

import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.web.Cursor;
import io.twingrid.points.PointsSettings;
import io.twingrid.points.domain.Place;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a reader of a list asks for, checked. */
final class Paging {
    private Paging() {}

    /** How many items a page has. */
    static int size(@Nullable Integer limit, PointsSettings settings) {
        int size = limit == null ? settings.page() : limit;
        if (size < 1 || size > settings.largestPage()) {
            throw Problem.invalid("limit", "from 1 to " + settings.largestPage())
                    .asException();
        }
        return size;
    }

    /** The place in a cursor that is a text; null without a cursor. */
    static @Nullable String text(@Nullable String cursor) {
        return cursor == null ? null : Cursor.read(cursor);
    }

    /** A place in a list that is in the order of a time, as a cursor carries it. */
    static String position(Instant at, String id) {
        return at.toEpochMilli() + "|" + id;
    }

    /** The place in a cursor of such a list; null without a cursor. */
    static @Nullable Place place(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        String position = Cursor.read(cursor);
        int end = position.indexOf('|');
        try {
            Instant at = Instant.ofEpochMilli(Long.parseLong(position.substring(0, Math.max(0, end))));
            return new Place(at, position.substring(end + 1));
        } catch (NumberFormatException e) {
            throw Cursor.badCursor();
        }
    }

    /** The place in a cursor that is a number; null without a cursor. */
    static @Nullable Long number(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return Long.valueOf(Cursor.read(cursor));
        } catch (NumberFormatException e) {
            throw Cursor.badCursor();
        }
    }
}
