package io.twingrid.chassis.embedded.store;

import de.bwaldvogel.mongo.backend.aggregation.Expression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Refuses what the library cannot compute before any document is looked at; it would notice only at one. */
final class Expressions {

    private static final int INVALID_PIPELINE_OPERATOR = 168;
    private static final String LITERAL = "$literal";
    private static final Set<String> KNOWN =
            Arrays.stream(Expression.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private Expressions() {}

    /** Looks at an expression and at all that it is made of. */
    static void requireKnown(@Nullable Object expression) {
        if (expression instanceof Collection<?> list) {
            list.forEach(Expressions::requireKnown);
        } else if (expression instanceof Document document) {
            document.forEach(Expressions::requireKnown);
        }
    }

    private static void requireKnown(String name, @Nullable Object operand) {
        if (name.startsWith("$") && !KNOWN.contains(name)) {
            throw new MongoServerError(
                    INVALID_PIPELINE_OPERATOR, "InvalidPipelineOperator", "Unrecognized expression '" + name + "'");
        }
        if (name.equals("$filter") && operand instanceof Document filter && filter.containsKey("limit")) {
            throw Errors.notSupported("the option 'limit' of $filter"); // it would be ignored
        }
        if (!name.equals(LITERAL)) {
            requireKnown(operand);
        }
    }

    /** What stands behind the accumulators of a group: {@code {total: {$sum: expression}}}. The library knows their names. */
    static void requireKnownOperands(Document accumulators) {
        accumulators.values().stream()
                .filter(Document.class::isInstance)
                .flatMap(accumulator -> ((Map<?, ?>) accumulator).values().stream())
                .forEach(Expressions::requireKnown);
    }
}
