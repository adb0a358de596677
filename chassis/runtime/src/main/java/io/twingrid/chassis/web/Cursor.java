package io.twingrid.chassis.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.twingrid.chassis.problem.Problem;
import java.time.Instant;
import java.util.Base64;
import java.util.function.BiFunction;

/** A place in a list as clients carry it: opaque, safe in a URL. */
public final class Cursor {
    private static final String BETWEEN = "~";

    private Cursor() {}

    public static String write(String position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(UTF_8));
    }

    /**
     * The position in a cursor.
     *
     * @throws io.twingrid.chassis.problem.ProblemException 400 if it is not one of our cursors
     */
    public static String read(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
        } catch (IllegalArgumentException e) {
            throw badCursor();
        }
    }

    /** A position in a list by time, ids deciding within a millisecond; what {@link Page#of} makes a cursor of. */
    public static String at(Instant time, String id) {
        return time.toEpochMilli() + BETWEEN + id;
    }

    /**
     * The position by time in a cursor; the counterpart of {@link #at}.
     *
     * @throws io.twingrid.chassis.problem.ProblemException 400 if it is not one of our cursors
     */
    public static <P> P read(String cursor, BiFunction<Instant, String, P> place) {
        String[] parts = read(cursor).split(BETWEEN, 2);
        try {
            return place.apply(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1]);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw badCursor();
        }
    }

    /** For a cursor that can be decoded and yet is not a position in the list at hand. */
    public static RuntimeException badCursor() {
        return Problem.invalid("cursor", "not a cursor that this list gave").asException();
    }
}
