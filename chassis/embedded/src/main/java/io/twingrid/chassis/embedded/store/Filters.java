package io.twingrid.chassis.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.BadValueException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Prepares a filter for the library's matcher. What the matcher does not know is refused before any document is looked at;
 * two forms that it reads otherwise than MongoDB on arrays and single values are written in a form that both read alike.
 */
final class Filters {

    private static final Set<String> KNOWN = Set.of(
            "$eq",
            "$ne",
            "$gt",
            "$gte",
            "$lt",
            "$lte",
            "$in",
            "$nin",
            "$not",
            "$exists",
            "$type",
            "$mod",
            "$size",
            "$all",
            "$elemMatch",
            "$regex",
            "$options");

    private static final Set<String> LOGICAL = Set.of("$and", "$or", "$nor", "$expr", "$comment");

    private Filters() {}

    static Document prepared(Document filter) {
        List<Document> further = new ArrayList<>();
        Document prepared = new Document();
        for (Map.Entry<String, Object> condition : filter.entrySet()) {
            String key = condition.getKey();
            Object value = condition.getValue();
            if (key.startsWith("$")) {
                prepared.append(key, logical(key, value));
            } else if (value instanceof Document operators && isOperators(operators)) {
                prepareField(key, operators, prepared, further);
            } else {
                prepared.append(key, value);
            }
        }
        if (!further.isEmpty()) {
            if (prepared.containsKey("$and")) {
                further.add(new Document("$and", prepared.remove("$and")));
            }
            prepared.append("$and", further);
        }
        return prepared;
    }

    private static @Nullable Object logical(String operator, @Nullable Object value) {
        return switch (operator) {
            case "$and", "$or", "$nor" -> alternatives(operator, value);
            case "$expr" -> {
                Expressions.requireKnown(value);
                yield value;
            }
            case "$comment" -> value;
            default -> throw new BadValueException("unknown top level operator: " + operator);
        };
    }

    private static List<Document> alternatives(String operator, @Nullable Object value) {
        if (!(value instanceof Collection<?> list) || list.isEmpty()) {
            throw new BadValueException(operator + " must be a nonempty array");
        }
        List<Document> prepared = new ArrayList<>(list.size());
        for (Object each : list) {
            if (!(each instanceof Document filter)) {
                throw new BadValueException(operator + " entries need to be full objects");
            }
            prepared.add(prepared(filter));
        }
        return prepared;
    }

    /** Whether it says something about a value; a filter and a reference to another document do not. */
    static boolean isOperators(Document value) {
        if (value.isEmpty() || value.containsKey("$ref")) {
            return false;
        }
        String first = value.keySet().iterator().next();
        return first.startsWith("$") && !LOGICAL.contains(first);
    }

    /** Several conditions on one field may be met by several elements of an array: each becomes a condition of its own. */
    private static void prepareField(String path, Document operators, Document prepared, List<Document> further) {
        boolean first = true;
        for (Map.Entry<String, Object> each : operators.entrySet()) {
            String operator = each.getKey();
            if (operator.equals("$options")) {
                FilterOperands.requireUsable(operator, each.getValue(), operators);
                continue; // belongs to its $regex
            }
            for (Document single : single(path, operator, each.getValue(), operators)) {
                if (first && single.containsKey(path)) {
                    prepared.putAll(single);
                    first = false;
                } else {
                    further.add(single);
                }
            }
        }
    }

    private static List<Document> single(String path, String operator, @Nullable Object operand, Document operators) {
        requireKnown(operator);
        FilterOperands.requireUsable(operator, operand, operators);
        return switch (operator) {
            case "$regex" -> {
                Document expression = new Document(operator, operand);
                if (operators.containsKey("$options")) {
                    expression.append("$options", operators.get("$options"));
                }
                yield List.of(new Document(path, expression));
            }
            case "$all" -> all(path, operand);
            case "$elemMatch" -> List.of(new Document(path, new Document(operator, element(operand))));
            default -> List.of(new Document(path, new Document(operator, operand)));
        };
    }

    /** All of these values: each of them is there. Of none at all nothing can be said. */
    private static List<Document> all(String path, @Nullable Object operand) {
        if (!(operand instanceof Collection<?> values)) {
            throw new BadValueException("$all needs an array");
        }
        if (values.isEmpty()) {
            return List.of(new Document(path, new Document("$in", List.of())));
        }
        return values.stream()
                .map(value -> value instanceof Document inner && isOperators(inner)
                        ? prepared(new Document(path, inner))
                        : new Document(path, value))
                .toList();
    }

    private static Document element(@Nullable Object operand) {
        if (!(operand instanceof Document inner)) {
            throw new BadValueException("$elemMatch needs an Object");
        }
        if (isOperators(inner)) {
            inner.forEach((operator, each) -> {
                requireKnown(operator);
                FilterOperands.requireUsable(operator, each, inner);
            });
            return inner;
        }
        return prepared(inner);
    }

    static void requireKnown(String operator) {
        if (!KNOWN.contains(operator)) {
            throw new BadValueException("unknown operator: " + operator);
        }
    }
}
