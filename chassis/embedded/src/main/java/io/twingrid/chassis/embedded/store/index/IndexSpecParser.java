package io.twingrid.chassis.embedded.store.index;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns a client's description of an index into a spec, or into the error that MongoDB would answer. */
public final class IndexSpecParser {

    private static final int CANNOT_CREATE_INDEX = 67;
    private static final int INDEX_OPTIONS_CONFLICT = 85;
    private static final int INDEX_KEY_SPECS_CONFLICT = 86;

    /** {@code background} and {@code ns} mean nothing any more, {@code v} is the version of a file format we do not have. */
    private static final Set<String> KNOWN_OPTIONS = Set.of(
            "v",
            "key",
            "name",
            "ns",
            "background",
            "unique",
            "sparse",
            "partialFilterExpression",
            "expireAfterSeconds");

    private static final Set<String> PARTIAL_FILTER_OPERATORS =
            Set.of("$eq", "$gt", "$gte", "$lt", "$lte", "$exists", "$type", "$in");

    private IndexSpecParser() {}

    public static IndexSpec parse(Document description) {
        for (Map.Entry<String, Object> option : description.entrySet()) {
            if (!KNOWN_OPTIONS.contains(option.getKey()) && Utils.isTrue(option.getValue())) {
                throw cannotCreate("the index option '" + option.getKey() + "' is not supported by the embedded store");
            }
        }
        List<IndexField> fields = fields(description.get("key"));
        Object name = description.get("name");
        boolean ofId = fields.size() == 1 && fields.getFirst().path().equals(IndexSpec.ID_FIELD);
        if (ofId) {
            return IndexSpec.OF_ID;
        }
        return new IndexSpec(
                name instanceof String given && !given.isEmpty() ? given : IndexSpec.defaultName(fields),
                fields,
                Utils.isTrue(description.get("unique")),
                Utils.isTrue(description.get("sparse")),
                partialFilter(description),
                expiry(description, fields));
    }

    private static List<IndexField> fields(@Nullable Object key) {
        if (!(key instanceof Document pattern) || pattern.isEmpty()) {
            throw cannotCreate("an index needs a key pattern with at least one field");
        }
        List<IndexField> fields = new ArrayList<>();
        pattern.forEach((path, direction) -> {
            if (!(direction instanceof Number number) || number.doubleValue() == 0) {
                throw cannotCreate("the index type '" + direction + "' of field '" + path
                        + "' is not supported by the embedded store; 1 and -1 are");
            }
            if (path.contains("$") || path.isEmpty() || path.startsWith(".") || path.endsWith(".")) {
                throw cannotCreate("'" + path + "' cannot be the path of an index field");
            }
            fields.add(new IndexField(path, number.doubleValue() > 0));
        });
        return List.copyOf(fields);
    }

    private static @Nullable Document partialFilter(Document description) {
        Object filter = description.get("partialFilterExpression");
        if (filter == null) {
            return null;
        }
        if (!(filter instanceof Document expression)) {
            throw cannotCreate("partialFilterExpression must be an object");
        }
        if (Utils.isTrue(description.get("sparse"))) {
            throw cannotCreate("cannot mix \"partialFilterExpression\" and \"sparse\" options");
        }
        requireSupported(expression);
        return expression;
    }

    private static void requireSupported(Document expression) {
        expression.forEach((key, value) -> {
            if (key.equals("$and") && value instanceof Collection<?> parts) {
                parts.forEach(part -> requireSupported((Document) part));
            } else if (key.startsWith("$")) {
                throw unsupportedInPartial(key);
            } else if (value instanceof Document operators) {
                operators.forEach((operator, operand) -> {
                    boolean absent = operator.equals("$exists") && !Utils.isTrue(operand);
                    if (operator.startsWith("$") && (absent || !PARTIAL_FILTER_OPERATORS.contains(operator))) {
                        throw unsupportedInPartial(operator);
                    }
                });
            }
        });
    }

    private static MongoServerError unsupportedInPartial(String operator) {
        return cannotCreate("Expression not supported in partial index: " + operator);
    }

    private static @Nullable Long expiry(Document description, List<IndexField> fields) {
        Object seconds = description.get("expireAfterSeconds");
        if (seconds == null) {
            return null;
        }
        if (!(seconds instanceof Number number) || number.longValue() < 0 || number.longValue() > Integer.MAX_VALUE) {
            throw cannotCreate("expireAfterSeconds must be a number from 0 to " + Integer.MAX_VALUE);
        }
        if (fields.size() != 1) {
            throw cannotCreate("TTL indexes are single-field indexes, compound indexes do not support TTL");
        }
        return number.longValue();
    }

    /**
     * Whether an index that somebody asks for is already there.
     *
     * @throws MongoServerError when there is another one with the same name or the same fields
     */
    public static boolean isAlreadyThere(IndexSpec wanted, List<IndexSpec> existing) {
        Optional<IndexSpec> sameName = existing.stream()
                .filter(index -> index.name().equals(wanted.name()))
                .findFirst();
        if (sameName.isPresent()) {
            if (sameName.get().sameExceptName(wanted)) {
                return true;
            }
            throw new MongoServerError(
                    INDEX_KEY_SPECS_CONFLICT,
                    "IndexKeySpecsConflict",
                    "An existing index has the same name as the requested index, but not the same key or options. Requested: "
                            + wanted.toDocument() + ", existing: "
                            + sameName.get().toDocument());
        }
        for (IndexSpec index : existing) {
            if (index.fields().equals(wanted.fields())
                    && Objects.equals(index.partialFilter(), wanted.partialFilter())) {
                throw new MongoServerError(
                        INDEX_OPTIONS_CONFLICT,
                        "IndexOptionsConflict",
                        "Index already exists with a different name: " + index.name());
            }
        }
        return false;
    }

    private static MongoServerError cannotCreate(String message) {
        return new MongoServerError(CANNOT_CREATE_INDEX, "CannotCreateIndex", message);
    }
}
