package io.twingrid.chassis.web;

import io.twingrid.chassis.problem.Problem;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Parameters of lists, as they come in a URL; one that is wrong ends the request with a 400 problem that names it. */
public final class ListParameters {
    private ListParameters() {}

    /**
     * How many items a page has.
     *
     * @param limit what the client asks for, or null
     * @param usual if it does not say
     * @param most that it may ask for
     */
    public static int limit(@Nullable Integer limit, int usual, int most) {
        int size = limit == null ? usual : limit;
        if (size < 1 || size > most) {
            throw Problem.invalid("limit", "must be from 1 to " + most).asException();
        }
        return size;
    }

    /** The value that a word stands for, or null if it is not given. */
    public static <T> @Nullable T oneOf(String name, @Nullable String word, T[] values, Function<T, String> wordOf) {
        if (word == null) {
            return null;
        }
        return Arrays.stream(values)
                .filter(value -> wordOf.apply(value).equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                                name,
                                "is none of "
                                        + Arrays.stream(values).map(wordOf).toList())
                        .asException());
    }
}
