package io.twingrid.chassis.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items in the list's order
 * @param next cursor of the page that follows, or null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * A page out of a query that asked for one item more than {@code size}: whether it came tells if there is a next page.
     *
     * @param position the cursor of an item: what the next query must start behind
     */
    public static <T> Page<T> of(List<T> found, int size, Function<T, String> position) {
        if (found.size() <= size) {
            return new Page<>(found, null);
        }
        List<T> items = found.subList(0, size);
        return new Page<>(items, Cursor.write(position.apply(items.getLast())));
    }

    public <U> Page<U> map(Function<T, U> view) {
        return new Page<>(items.stream().map(view).toList(), next);
    }
}
