package io.twingrid.chassis.embedded.store;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.QueryMatcher;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds which element of an array a filter has met, for the {@code $} in an update's paths. The library finds it too, but
 * not with {@code $elemMatch}.
 */
final class Positions {

    private static final String ELEMENT = "element";

    private final QueryMatcher matcher = new DefaultQueryMatcher();
    private final Document filter;

    Positions(Document filter) {
        this.filter = filter;
    }

    /** The position of the first element that meets the filter, for each array that the update goes through with a {@code $}. */
    Map<String, Integer> in(Document document, Document update) {
        Map<String, Integer> positions = new HashMap<>();
        for (Object fields : update.values()) {
            for (String path : ((Document) fields).keySet()) {
                int at = Updates.positionalAt(path);
                if (at >= 0) {
                    String array = path.substring(0, at);
                    Integer position = positionIn(document, array, filter);
                    if (position != null) {
                        positions.put(array, position);
                    }
                }
            }
        }
        return positions;
    }

    private @Nullable Integer positionIn(Document document, String array, Document conditions) {
        if (!(Utils.getSubdocumentValue(document, array) instanceof List<?> elements)) {
            return null;
        }
        for (Map.Entry<String, Object> condition : conditions.entrySet()) {
            String path = condition.getKey();
            Integer position = null;
            if (path.equals("$and")) {
                position = ((Collection<?>) condition.getValue())
                        .stream()
                                .map(part -> positionIn(document, array, (Document) part))
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(null);
            } else if (path.equals(array)) {
                position = first(elements, element -> meets(element, condition.getValue()));
            } else if (path.startsWith(array + ".")) {
                Document below = new Document(path.substring(array.length() + 1), condition.getValue());
                position =
                        first(elements, element -> element instanceof Document inner && matcher.matches(inner, below));
            }
            if (position != null) {
                return position;
            }
        }
        return null;
    }

    private boolean meets(@Nullable Object element, @Nullable Object condition) {
        if (condition instanceof Document operators && operators.get("$elemMatch") instanceof Document inner) {
            return Filters.isOperators(inner)
                    ? matcher.matches(new Document(ELEMENT, element), new Document(ELEMENT, inner))
                    : element instanceof Document document && matcher.matches(document, inner);
        }
        return matcher.matches(new Document(ELEMENT, element), new Document(ELEMENT, condition));
    }

    private static @Nullable Integer first(List<?> elements, Predicate<@Nullable Object> met) {
        for (int i = 0; i < elements.size(); i++) {
            if (met.test(elements.get(i))) {
                return i;
            }
        }
        return null;
    }
}
