package io.twingrid.chassis.embedded.store.query;

import de.bwaldvogel.mongo.bson.Document;
import io.twingrid.chassis.embedded.store.index.IndexField;
import io.twingrid.chassis.embedded.store.index.IndexSpec;
import java.util.Objects;
import java.util.Set;

/** Whether an index that leaves documents out still has all that a query could match. */
final class PartialIndexes {

    private static final Set<String> PRESENCE = Set.of("$exists");

    private PartialIndexes() {}

    static boolean hasAllFor(IndexSpec index, Document filter, Constraints query) {
        if (index.sparse() && index.fields().stream().map(IndexField::path).noneMatch(query::excludeMissing)) {
            return false;
        }
        Document partial = index.partialFilter();
        return partial == null || implies(filter, query, partial);
    }

    /** True only when each part of the index's filter follows from the query; when in doubt, false. */
    private static boolean implies(Document filter, Constraints query, Document partial) {
        return partial.entrySet().stream().allMatch(part -> {
            boolean literally =
                    filter.containsKey(part.getKey()) && Objects.equals(part.getValue(), filter.get(part.getKey()));
            return literally || impliesOne(query, new Document(part.getKey(), part.getValue()));
        });
    }

    private static boolean impliesOne(Constraints query, Document part) {
        boolean onlyPresence = part.values().stream()
                .allMatch(value -> value instanceof Document operators
                        && operators.keySet().equals(PRESENCE));
        if (onlyPresence) {
            return part.keySet().stream().allMatch(query::excludeMissing);
        }
        Constraints needed = FilterAnalysis.of(part);
        return needed.areExact() && query.imply(needed);
    }
}
