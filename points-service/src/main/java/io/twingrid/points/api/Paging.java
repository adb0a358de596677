package io.twingrid.points.api;

import io.twingrid.chassis.web.Cursor;
import io.twingrid.chassis.web.ListParameters;
import io.twingrid.points.PointsSettings;
import io.twingrid.points.domain.Place;
import org.jspecify.annotations.Nullable;

/** What a reader of a list asks for, checked. */
final class Paging {
    private Paging() {}

    /** How many items a page has. */
    static int size(@Nullable Integer limit, PointsSettings settings) {
        return ListParameters.limit(limit, settings.page(), settings.largestPage());
    }

    /** The place in a cursor that is a text; null without a cursor. */
    static @Nullable String text(@Nullable String cursor) {
        return cursor == null ? null : Cursor.read(cursor);
    }

    /** The place in a cursor of a list by time; null without a cursor. */
    static @Nullable Place place(@Nullable String cursor) {
        return cursor == null ? null : Cursor.read(cursor, Place::new);
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
