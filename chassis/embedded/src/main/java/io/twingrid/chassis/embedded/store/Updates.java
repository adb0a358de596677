package io.twingrid.chassis.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.ImmutableFieldException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.twingrid.chassis.embedded.store.index.IndexSpec;
import io.twingrid.chassis.embedded.store.key.ValueKey;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the description of an update before any document is touched. */
final class Updates {

    private static final int MULTI_NEEDS_OPERATORS = 9;

    private static final Set<String> KNOWN = Set.of(
            "$set",
            "$unset",
            "$setOnInsert",
            "$inc",
            "$mul",
            "$min",
            "$max",
            "$rename",
            "$currentDate",
            "$push",
            "$addToSet",
            "$pull",
            "$pullAll",
            "$pop");

    private Updates() {}

    static Document checked(@Nullable Object update, @Nullable Object arrayFilters, boolean multi) {
        if (update instanceof Collection<?>) {
            throw Errors.notSupported("an update that is a pipeline");
        }
        if (!(update instanceof Document description)) {
            throw Errors.failedToParse("Update argument must be either an object or an array");
        }
        if (multi && !isOperators(description)) {
            throw new MongoServerError(
                    MULTI_NEEDS_OPERATORS,
                    "FailedToParse",
                    "multi update is not supported for replacement-style update");
        }
        if (isOperators(description)) {
            description.forEach((operator, fields) -> requireUsable(operator, fields, arrayFilters));
        }
        return description;
    }

    /** Whether it is a whole document to be put in the place of another. */
    static boolean isReplacement(Document update) {
        return !isOperators(update);
    }

    /** The new document, with the old one's id. */
    static Document replaced(Document before, Document replacement) {
        Object id = before.get(IndexSpec.ID_FIELD);
        Object given = replacement.getOrDefault(IndexSpec.ID_FIELD, id);
        if (!Arrays.equals(ValueKey.of(id), ValueKey.of(given))) {
            throw new ImmutableFieldException(
                    "After applying the update, the (immutable) field '_id' was found to have been altered to _id: "
                            + given);
        }
        Document replaced = new Document(IndexSpec.ID_FIELD, id);
        replacement.forEach(replaced::putIfAbsent);
        return replaced;
    }

    private static boolean isOperators(Document update) {
        return update.keySet().stream().anyMatch(key -> key.startsWith("$"));
    }

    private static void requireUsable(String operator, @Nullable Object fields, @Nullable Object arrayFilters) {
        if (operator.equals("$bit")) {
            throw Errors.notSupported("the update operator $bit");
        }
        if (!KNOWN.contains(operator)) {
            throw Errors.failedToParse("Unknown modifier: " + operator
                    + ". Expected a valid update modifier or pipeline-style update specified as an array");
        }
        if (!(fields instanceof Document paths)) {
            throw Errors.failedToParse(
                    "Modifiers operate on fields but we found type another type instead. For example: {$mod: {<field>: ...}} not {"
                            + operator + ": " + fields + "}");
        }
        UpdateOperands.requireNames(paths, arrayFilters);
        paths.forEach((path, operand) -> UpdateOperands.requireUsable(operator, path, operand));
    }

    /** Whether some path has a {@code $} that stands for the element which the filter has found. */
    static boolean isPositional(Document update) {
        return update.values().stream()
                .filter(Document.class::isInstance)
                .flatMap(fields -> ((Document) fields).keySet().stream())
                .anyMatch(path -> positionalAt(path) >= 0);
    }

    /** The same update for the element at {@code positions}' index of each array. */
    static Document at(Document update, Map<String, Integer> positions) {
        Document resolved = new Document();
        update.forEach((operator, fields) -> {
            Document paths = new Document();
            ((Document) fields).forEach((path, operand) -> paths.append(resolve(path, positions), operand));
            resolved.append(operator, paths);
        });
        return resolved;
    }

    private static String resolve(String path, Map<String, Integer> positions) {
        int at = positionalAt(path);
        if (at < 0) {
            return path;
        }
        Integer position = positions.get(path.substring(0, at));
        return position == null ? path : path.substring(0, at) + "." + position + path.substring(at + ".$".length());
    }

    /** Where the {@code .$} begins in a path; -1 when there is none. */
    static int positionalAt(String path) {
        int at = path.indexOf(".$.");
        return at < 0 && path.endsWith(".$") ? path.length() - ".$".length() : at;
    }
}
