package io.twingrid.points.api;

import io.twingrid.chassis.problem.Problem;
import java.util.regex.Pattern;

/** Ids that staff choose: they stand in addresses and in causes of entries. */
final class Ids {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,59}");

    private Ids() {}

    static String checked(String id) {
        if (!FORM.matcher(id).matches()) {
            throw Problem.invalid("id", "2 to 60 small letters, digits and hyphens, a letter first")
                    .asException();
        }
        return id;
    }
}
