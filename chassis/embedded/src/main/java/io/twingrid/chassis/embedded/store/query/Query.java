package io.twingrid.chassis.embedded.store.query;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What a client wants to read.
 *
 * @param filter as MongoDB has it
 * @param sort field to 1 or -1; null for any order
 * @param skip documents to leave out at the beginning
 * @param limit documents to deliver at most, 0 for all
 * @param hint an index's name or its key pattern; null to leave the choice to the planner
 */
public record Query(
        Document filter,
        @Nullable Document sort,
        long skip,
        long limit,
        @Nullable Object hint) {

    /**
     * A query that can be answered.
     *
     * @throws de.bwaldvogel.mongo.exception.BadValueException when the order is none that this store knows
     */
    public Query {
        SortOrder.of(sort);
    }

    public static Query of(Document filter) {
        return new Query(filter, null, 0, 0, null);
    }

    /** Everything, in an order. */
    public static Query inOrder(Document sort) {
        return new Query(new Document(), sort, 0, 0, null);
    }

    /** How many matching documents have to be found at most; 0 for all. */
    long wanted() {
        return limit == 0 ? 0 : skip + limit;
    }
}
