package io.twingrid.chassis.embedded.store;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.BadValueException;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Checks what stands behind an operator of a filter; the library would notice only at a document, or not at all. */
final class FilterOperands {

    private static final Set<String> TYPES = Set.of(
            "double",
            "string",
            "object",
            "array",
            "binData",
            "objectId",
            "bool",
            "date",
            "null",
            "regex",
            "javascript",
            "int",
            "timestamp",
            "long",
            "decimal",
            "minKey",
            "maxKey",
            "number");

    private FilterOperands() {}

    /**
     * Refuses an operand that its operator cannot be used with.
     *
     * @param operators all that is said of the same field
     */
    static void requireUsable(String operator, @Nullable Object operand, Document operators) {
        switch (operator) {
            case "$in", "$nin" -> requirePlainValues(operator, operand);
            case "$not" -> requireNegatable(operand);
            case "$size" -> require(operand instanceof Number, "$size needs a number");
            case "$mod" ->
                require(
                        operand instanceof Collection<?> two
                                && two.size() == 2
                                && two.stream().allMatch(Number.class::isInstance),
                        "$mod needs an array of a divisor and a remainder");
            case "$type" -> requireTypes(operand);
            case "$regex" -> requirePattern(operand);
            case "$options" -> require(operators.containsKey("$regex"), "$options needs a $regex");
            default -> {
                // The others take whatever there is.
            }
        }
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new BadValueException(otherwise);
        }
    }

    private static void requirePlainValues(String operator, @Nullable Object operand) {
        if (!(operand instanceof Collection<?> values)) {
            throw new BadValueException(operator + " needs an array");
        }
        for (Object value : values) {
            require(
                    !(value instanceof Document document) || !Filters.isOperators(document),
                    "cannot nest $ under " + operator);
        }
    }

    private static void requireNegatable(@Nullable Object operand) {
        if (operand instanceof Document operators && Filters.isOperators(operators)) {
            operators.forEach((operator, inner) -> {
                Filters.requireKnown(operator);
                requireUsable(operator, inner, operators);
            });
        } else {
            require(operand instanceof BsonRegularExpression, "$not needs a regex or a document");
        }
    }

    private static void requireTypes(@Nullable Object operand) {
        Collection<?> types = operand instanceof Collection<?> several ? several : Set.of(String.valueOf(operand));
        for (Object type : types) {
            boolean known = type instanceof Number || TYPES.contains(String.valueOf(type)) || operand instanceof Number;
            require(known, "Unknown type name alias of $type: " + type);
        }
    }

    private static void requirePattern(@Nullable Object operand) {
        if (operand instanceof String pattern) {
            try {
                Pattern.compile(pattern);
            } catch (PatternSyntaxException e) {
                throw new BadValueException("$regex has an invalid pattern: " + e.getDescription());
            }
        } else {
            require(operand instanceof BsonRegularExpression, "$regex has to be a string");
        }
    }
}
