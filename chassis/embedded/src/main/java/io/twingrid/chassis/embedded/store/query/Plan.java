package io.twingrid.chassis.embedded.store.query;

import io.twingrid.chassis.embedded.store.engine.IndexTree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way to the documents of a query.
 *
 * @param index the index to read; null to read the whole collection
 * @param ranges the parts of the index, in its order
 * @param backwards whether to read from the end
 * @param mergeFields leading fields whose values are read side by side, because the order begins behind them; 0 when one
 *     part after the other is in order
 * @param sorted whether the documents come in the order of the query
 * @param exact whether every entry read is a match and none is missed, so that entries can be counted for documents
 * @param cost documents that will probably be read
 */
record Plan(
        @Nullable IndexTree index,
        List<KeyRange> ranges,
        boolean backwards,
        int mergeFields,
        boolean sorted,
        boolean exact,
        double cost) {

    static Plan wholeCollection(boolean backwards, boolean sorted, double cost) {
        return new Plan(null, List.of(), backwards, 0, sorted, false, cost);
    }
}
