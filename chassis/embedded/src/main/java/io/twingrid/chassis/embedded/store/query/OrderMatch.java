package io.twingrid.chassis.embedded.store.query;

import io.twingrid.chassis.embedded.store.index.IndexField;
import io.twingrid.chassis.embedded.store.index.IndexSpec;
import io.twingrid.chassis.embedded.store.key.Intervals;
import java.util.List;

/**
 * Whether the order of an index's entries is the order that a query asks for.
 *
 * @param sorted whether it is
 * @param backwards whether it is when read from the end
 * @param mergeFields leading fields whose values have to be read side by side for it; 0 for none
 * @param streams how many such values there are; 0 when none are merged
 */
record OrderMatch(boolean sorted, boolean backwards, int mergeFields, int streams) {

    /** Beyond this it is cheaper to read all and sort. */
    private static final int MOST_STREAMS = 500;

    private static final OrderMatch NO = new OrderMatch(false, false, 0, 0);

    static OrderMatch of(IndexBounds bounds, SortOrder sort, Constraints constraints) {
        List<IndexField> fields = bounds.index().spec().fields();
        List<IndexField> wanted = sort.fields().stream()
                .filter(field -> !isConstant(field.path(), bounds, constraints))
                .toList();
        if (wanted.isEmpty()) {
            return new OrderMatch(true, false, 0, 0);
        }
        int first = positionOf(wanted.getFirst().path(), fields);
        if (first < 0 || first > bounds.pointFields()) {
            return NO;
        }
        boolean backwards = fields.get(first).ascending() != wanted.getFirst().ascending();
        if (!follows(bounds, fields, first, wanted, backwards)) {
            return NO;
        }
        boolean onePart = true;
        for (int i = 0; i < first; i++) {
            onePart &= bounds.isSinglePoint(i);
        }
        if (onePart) {
            return new OrderMatch(true, backwards, 0, 0);
        }
        int streams = bounds.ranges().size();
        return streams > MOST_STREAMS ? NO : new OrderMatch(true, backwards, first, streams);
    }

    /** A field that has one value in all matching documents orders nothing. An array has other elements as well. */
    private static boolean isConstant(String path, IndexBounds bounds, Constraints constraints) {
        Intervals values = constraints.on(path, false);
        if (values == null || !values.isSinglePoint()) {
            return false;
        }
        int position = positionOf(path, bounds.index().spec().fields());
        return path.equals(IndexSpec.ID_FIELD)
                || (position >= 0 && !bounds.index().hasArraysAt(position));
    }

    private static int positionOf(String path, List<IndexField> fields) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).path().equals(path)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean follows(
            IndexBounds bounds, List<IndexField> fields, int first, List<IndexField> wanted, boolean backwards) {
        int at = first;
        for (IndexField next : wanted) {
            while (at < fields.size() && !fields.get(at).path().equals(next.path()) && bounds.isSinglePoint(at)) {
                at++;
            }
            boolean fits = at < fields.size()
                    && fields.get(at).path().equals(next.path())
                    && (fields.get(at).ascending() != next.ascending()) == backwards
                    && !bounds.index().hasArraysAt(at);
            if (!fits) {
                return false;
            }
            at++;
        }
        return true;
    }
}
