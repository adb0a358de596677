package io.twingrid.chassis.embedded.store.query;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import io.twingrid.chassis.embedded.store.key.Interval;
import io.twingrid.chassis.embedded.store.key.Intervals;
import io.twingrid.chassis.embedded.store.query.Constraints.Condition;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a filter for what indexes can use. What it does not understand it leaves to the matcher. */
final class FilterAnalysis {

    private final Constraints found = new Constraints();

    static Constraints of(Document filter) {
        FilterAnalysis analysis = new FilterAnalysis();
        analysis.read(filter, "");
        return analysis.found;
    }

    private void read(Document filter, String prefix) {
        for (Map.Entry<String, Object> entry : filter.entrySet()) {
            String key = entry.getKey();
            Object value = entry.getValue();
            switch (key) {
                case "$comment" -> {
                    // Says nothing about documents.
                }
                case "$and" -> elements(value).forEach(part -> read(part, prefix));
                case "$or" -> readAlternatives(elements(value), prefix);
                default -> readField(key, prefix + key, value);
            }
        }
    }

    private static List<Document> elements(@Nullable Object value) {
        return value instanceof Collection<?> list
                ? list.stream()
                        .filter(Document.class::isInstance)
                        .map(Document.class::cast)
                        .toList()
                : List.of();
    }

    /** A field that every alternative constrains is within the sum of what they allow. */
    private void readAlternatives(List<Document> alternatives, String prefix) {
        found.markInexact();
        List<Constraints> each = alternatives.stream()
                .map(alternative -> {
                    FilterAnalysis analysis = new FilterAnalysis();
                    analysis.read(alternative, prefix);
                    return analysis.found;
                })
                .toList();
        if (each.isEmpty()) {
            return;
        }
        Set<String> common = each.getFirst().paths().stream()
                .filter(path -> each.stream().allMatch(one -> one.constrain(path)))
                .collect(Collectors.toSet());
        for (String path : common) {
            found.add(path, new Condition(sum(each, path, false), sum(each, path, true)));
        }
    }

    private static Intervals sum(List<Constraints> alternatives, String path, boolean arrays) {
        return Intervals.union(alternatives.stream()
                .map(alternative -> alternative.on(path, arrays))
                .flatMap(intervals -> intervals == null ? Stream.of() : intervals.list().stream())
                .toList());
    }

    private void readField(String key, String path, @Nullable Object value) {
        if (key.startsWith("$")) {
            found.markInexact();
        } else if (value instanceof Document operators && isOperators(operators)) {
            operators.forEach((operator, operand) -> readOperator(path, operator, operand));
        } else {
            readEquality(path, value);
        }
    }

    static boolean isOperators(Document value) {
        return !value.isEmpty() && value.keySet().iterator().next().startsWith("$");
    }

    private void readOperator(String path, String operator, @Nullable Object operand) {
        switch (operator) {
            case "$eq" -> readEquality(path, operand);
            case "$in" -> readIn(path, operand);
            case "$gt" -> readRange(path, operand, value -> Interval.above(value, false));
            case "$gte" -> readRange(path, operand, value -> Interval.above(value, true));
            case "$lt" -> readRange(path, operand, value -> Interval.below(value, false));
            case "$lte" -> readRange(path, operand, value -> Interval.below(value, true));
            case "$exists" -> {
                found.markInexact();
                if (Utils.isTrue(operand)) {
                    found.requirePresent(path);
                }
            }
            case "$elemMatch" -> {
                found.markInexact();
                if (operand instanceof Document inner && !isOperators(inner)) {
                    read(inner, path + ".");
                }
            }
            default -> found.markInexact();
        }
    }

    private void readEquality(String path, @Nullable Object value) {
        if (isManyValued(value)) {
            found.markInexact();
            return;
        }
        if (!isPlain(value)) {
            found.markInexact(); // null also finds what is missing; objects are compared by the matcher
        }
        Intervals point = Intervals.of(Interval.point(value));
        found.add(path, new Condition(point, point));
    }

    /** An array also matches as an element of one, an expression matches many values. */
    private static boolean isManyValued(@Nullable Object value) {
        return value instanceof Collection<?> || value instanceof BsonRegularExpression;
    }

    private void readIn(String path, @Nullable Object operand) {
        if (!(operand instanceof Collection<?> values) || values.stream().anyMatch(FilterAnalysis::isManyValued)) {
            found.markInexact();
            return;
        }
        if (!values.stream().allMatch(FilterAnalysis::isPlain)) {
            found.markInexact();
        }
        Intervals points = Intervals.union(values.stream().map(Interval::point).toList());
        found.add(path, new Condition(points, points));
    }

    private void readRange(String path, @Nullable Object operand, Function<Object, Interval> range) {
        if (operand == null || !isPlain(operand)) {
            found.markInexact();
            return;
        }
        Intervals values = Intervals.of(range.apply(operand));
        found.add(path, new Condition(values, values));
    }

    /** Whether equality and order of a value are the same for the matcher and for keys, without special cases. */
    private static boolean isPlain(@Nullable Object value) {
        boolean special = value == null
                || value instanceof Missing
                || value instanceof Document
                || value instanceof Collection<?>
                || value instanceof MinKey
                || value instanceof MaxKey
                || value instanceof BsonRegularExpression;
        boolean notANumber = value instanceof Number number && Double.isNaN(number.doubleValue());
        return !special && !notANumber;
    }
}
