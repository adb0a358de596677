package io.twingrid.chassis.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.twingrid.chassis.problem.Problem;
import java.util.Base64;

/** A place in a list as clients carry it: opaque, safe in a URL. */
public final class Cursor {
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

    /** For a cursor that can be decoded and yet is not a position in the list at hand. */
    public static RuntimeException badCursor() {
        return Problem.invalid("cursor", "not a cursor that this list gave").asException();
    }
}
