package io.twingrid.chassis.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.BadValueException;
import de.bwaldvogel.mongo.exception.TypeMismatchException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks what stands behind a field in an update; the library would notice only at a document, or not at all. */
final class UpdateOperands {

    private static final String EACH = "$each";
    private static final Set<String> OF_PUSH = Set.of(EACH, "$slice", "$sort", "$position");
    private static final Pattern NAMED_ELEMENTS = Pattern.compile("\\$\\[([^\\]]+)]");
    private static final Set<String> CLOCKS = Set.of("date", "timestamp");

    private UpdateOperands() {}

    static void requireUsable(String operator, String path, @Nullable Object operand) {
        switch (operator) {
            case "$inc", "$mul" -> requireNumber(operator, path, operand);
            case "$pop" -> requireOneEnd(operand);
            case "$rename" -> {
                if (!(operand instanceof String)) {
                    throw new BadValueException("The 'to' field for $rename must be a string: " + path);
                }
            }
            case "$currentDate" -> requireClock(operand);
            case "$push", "$addToSet" -> {
                if (operand instanceof Document modifiers && hasModifiers(modifiers)) {
                    requireKnownModifiers(operator, modifiers);
                }
            }
            case "$pull" -> requireUsableCondition(path, operand);
            default -> {
                // The others take whatever there is.
            }
        }
    }

    /** Refuses a path with elements of a name, {@code $[name]}, of which no array filter says which they are. */
    static void requireNames(Document paths, @Nullable Object arrayFilters) {
        for (String path : paths.keySet()) {
            Matcher names = NAMED_ELEMENTS.matcher(path);
            while (names.find()) {
                if (!isNamed(names.group(1), arrayFilters)) {
                    throw new BadValueException(
                            "No array filter found for identifier '%s' in path '%s'".formatted(names.group(1), path));
                }
            }
        }
    }

    /** A filter is of the element that the paths in it begin with, however deep they stand. */
    private static boolean isNamed(String name, @Nullable Object filters) {
        return switch (Objects.requireNonNullElse(filters, List.of())) {
            case Collection<?> list -> list.stream().anyMatch(filter -> isNamed(name, filter));
            case Document filter ->
                filter.entrySet().stream()
                        .anyMatch(part -> part.getKey().startsWith("$")
                                ? isNamed(name, part.getValue())
                                : part.getKey().split("\\.", 2)[0].equals(name));
            default -> false;
        };
    }

    private static void requireNumber(String operator, String path, @Nullable Object operand) {
        if (!(operand instanceof Number)) {
            String verb = operator.equals("$inc") ? "increment" : "multiply";
            throw new TypeMismatchException(
                    "Cannot %s with non-numeric argument: {%s: %s}".formatted(verb, path, operand));
        }
    }

    private static void requireOneEnd(@Nullable Object operand) {
        if (!(operand instanceof Number end) || Math.abs(end.doubleValue()) != 1) {
            throw Errors.failedToParse("$pop expects 1 or -1, found: " + operand);
        }
    }

    private static void requireClock(@Nullable Object operand) {
        boolean clock = operand instanceof Boolean
                || (operand instanceof Document document && CLOCKS.contains(String.valueOf(document.get("$type"))));
        if (!clock) {
            throw new BadValueException(
                    "$currentDate needs true or a '$type' of 'date' or 'timestamp', not " + operand);
        }
    }

    private static boolean hasModifiers(Document operand) {
        return operand.keySet().stream().anyMatch(key -> key.startsWith("$"));
    }

    private static void requireKnownModifiers(String operator, Document modifiers) {
        Set<String> known = operator.equals("$push") ? OF_PUSH : Set.of(EACH);
        for (String modifier : modifiers.keySet()) {
            if (!known.contains(modifier)) {
                throw new BadValueException("Unrecognized clause in " + operator + ": " + modifier);
            }
        }
        if (!(modifiers.get(EACH) instanceof Collection<?>)) {
            throw new BadValueException(
                    "%s with %s needs an array as its $each".formatted(operator, modifiers.keySet()));
        }
    }

    private static void requireUsableCondition(String path, @Nullable Object operand) {
        if (operand instanceof Document condition) {
            Filters.prepared(Filters.isOperators(condition) ? new Document(path, condition) : condition);
        }
    }
}
