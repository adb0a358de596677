package io.twingrid.chassis.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses the forms of a projection which the library would ignore. */
final class Projections {

    private static final Set<String> OPERATORS = Set.of("$elemMatch", "$slice");

    private Projections() {}

    static @Nullable Document checked(@Nullable Document projection) {
        if (projection == null || projection.isEmpty()) {
            return null;
        }
        for (Map.Entry<String, Object> field : projection.entrySet()) {
            String path = field.getKey();
            if (path.endsWith(".$") || path.contains(".$.")) {
                throw Errors.notSupported("the positional projection '" + path + "'");
            }
            Object value = field.getValue();
            boolean plain = value instanceof Number || value instanceof Boolean;
            boolean operator = value instanceof Document document
                    && document.size() == 1
                    && OPERATORS.containsAll(document.keySet())
                    && !path.contains(".");
            if (!plain && !operator) {
                throw Errors.notSupported("the projection of '" + path + "' to an expression");
            }
        }
        return projection;
    }
}
