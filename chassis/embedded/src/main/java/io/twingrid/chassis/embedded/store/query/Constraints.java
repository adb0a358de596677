package io.twingrid.chassis.embedded.store.query;

import io.twingrid.chassis.embedded.store.key.Intervals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a filter says about single fields, as far as an index can use it. Every document that the filter matches keeps to all
 * of it; whether the reverse holds too, {@link #areExact()} tells.
 */
final class Constraints {

    private final Map<String, List<Condition>> conditions = new HashMap<>();
    private final Set<String> present = new HashSet<>();
    private boolean exact = true;

    /**
     * One thing that must be true of a field.
     *
     * @param values what the field may be when it is a single value
     * @param elements what one of the elements must be when it is an array
     */
    record Condition(Intervals values, Intervals elements) {}

    void add(String path, Condition condition) {
        conditions.computeIfAbsent(path, key -> new ArrayList<>()).add(condition);
    }

    /** The field must be there, whatever it is. */
    void requirePresent(String path) {
        present.add(path);
    }

    /** The filter says more than could be kept here. */
    void markInexact() {
        exact = false;
    }

    boolean areExact() {
        return exact;
    }

    Set<String> paths() {
        return conditions.keySet();
    }

    /**
     * What a field may be; null when nothing is known.
     *
     * @param arrays whether the field may be an array: then each condition can be met by another element, and only one of
     *     them may be used
     */
    @Nullable
    Intervals on(String path, boolean arrays) {
        List<Condition> all = conditions.get(path);
        if (all == null) {
            return null;
        }
        if (arrays) {
            return all.stream()
                    .map(Condition::elements)
                    .filter(Intervals::arePoints)
                    .findFirst()
                    .orElseGet(() -> all.getFirst().elements());
        }
        return all.stream().map(Condition::values).reduce(Intervals::intersect).orElseThrow();
    }

    /** Whether no document without that field can match. */
    boolean excludeMissing(String path) {
        Intervals values = on(path, true);
        return present.contains(path) || (values != null && !values.contains(null));
    }

    /** Whether each of the other's conditions follows from one of these. */
    boolean imply(Constraints other) {
        return other.conditions.entrySet().stream().allMatch(field -> {
            List<Condition> mine = conditions.getOrDefault(field.getKey(), List.of());
            return field.getValue().stream().allMatch(needed -> mine.stream()
                    .anyMatch(have -> have.elements().isWithin(needed.elements())));
        });
    }

    boolean constrain(String path) {
        return conditions.containsKey(path);
    }
}
