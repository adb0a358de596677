package io.twingrid.points.api;

import io.twingrid.chassis.web.Cursor;
import io.twingrid.points.domain.standing.Standings.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row with its rank, which is also the place where the next page begins: ranks are counted along the pages.
 *
 * @param rank from 1; equal points have equal ranks, and the next rank counts them all: 1, 2, 2, 4
 * @param upTo how many rows there are up to it
 */
record Ranked(long rank, long upTo, Row row) {

    /** Ranks the rows that follow behind one; null at the top of the board. */
    static List<Ranked> behind(@Nullable Ranked start, List<Row> rows) {
        List<Ranked> ranked = new ArrayList<>();
        Ranked last = start;
        for (Row row : rows) {
            last = next(last, row);
            ranked.add(last);
        }
        return ranked;
    }

    private static Ranked next(@Nullable Ranked last, Row row) {
        if (last == null) {
            return new Ranked(1, 1, row);
        }
        long place = last.upTo + 1;
        return new Ranked(last.row.points() == row.points() ? last.rank : place, place, row);
    }

    /** As a cursor carries it. */
    String write() {
        return upTo + "|" + rank + "|" + row.points() + "|" + row.name();
    }

    /** The row that a cursor carries; null without a cursor. */
    static @Nullable Ranked read(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        String[] parts = Cursor.read(cursor).split("\\|", 4);
        try {
            Row row = new Row(parts[3], Long.parseLong(parts[2]));
            return new Ranked(Long.parseLong(parts[1]), Long.parseLong(parts[0]), row);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw Cursor.badCursor();
        }
    }
}
