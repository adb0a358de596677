package io.twingrid.chassis.embedded.store.query;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.BadValueException;
import io.twingrid.chassis.embedded.store.engine.CollectionData;
import io.twingrid.chassis.embedded.store.engine.IndexTree;
import io.twingrid.chassis.embedded.store.index.IndexSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses how to read. An index counts the entries of a range without reading them, so the choice rests on numbers of this
 * moment and not on statistics that may be old.
 */
final class Planner {

    /** What holding back and ordering one document costs, in documents read. */
    private static final double SORT_COST = 0.5;

    private final CollectionData collection;
    private final Query query;
    private final Constraints constraints;
    private final SortOrder sort;

    private Planner(CollectionData collection, Query query) {
        this.collection = collection;
        this.query = query;
        this.constraints = FilterAnalysis.of(query.filter());
        this.sort = SortOrder.of(query.sort());
    }

    static Plan plan(CollectionData collection, Query query) {
        return new Planner(collection, query).choose();
    }

    private Plan choose() {
        if (query.hint() != null) {
            return hinted(query.hint());
        }
        if (sort.natural() != 0) {
            return Plan.wholeCollection(sort.natural() < 0, true, (double) collection.count());
        }
        IndexBounds ofId = IndexBounds.of(collection.idIndex(), constraints);
        if (ofId.isSinglePoint(0)) {
            return new Plan(
                    collection.idIndex(), ofId.ranges(), false, 0, true, constraints.areExact() && isOnlyId(), 1);
        }
        return cheapest();
    }

    private boolean isOnlyId() {
        return constraints.paths().size() == 1;
    }

    private Plan cheapest() {
        List<IndexBounds> usable = new ArrayList<>();
        for (IndexTree index : collection.indexes()) {
            if (PartialIndexes.hasAllFor(index.spec(), query.filter(), constraints)) {
                usable.add(IndexBounds.of(index, constraints));
            }
        }
        long all = collection.count();
        long fewest = usable.stream().mapToLong(IndexBounds::count).min().orElse(all);
        List<Plan> plans = new ArrayList<>();
        plans.add(Plan.wholeCollection(
                false, sort.fields().isEmpty(), cost(all, fewest, sort.fields().isEmpty(), false)));
        for (IndexBounds bounds : usable) {
            Plan plan = byIndex(bounds, fewest);
            if (bounds.usedFields() > 0 || (plan.sorted() && !sort.fields().isEmpty())) {
                plans.add(plan);
            }
        }
        return plans.stream().min(Comparator.comparingDouble(Plan::cost)).orElseThrow();
    }

    private Plan byIndex(IndexBounds bounds, long fewest) {
        OrderMatch order = OrderMatch.of(bounds, sort, constraints);
        boolean exact = isExact(bounds);
        double cost = cost(bounds.count(), fewest, order.sorted(), exact) + order.streams();
        return new Plan(
                bounds.index(), bounds.ranges(), order.backwards(), order.mergeFields(), order.sorted(), exact, cost);
    }

    /** Every condition went into the bounds, and no document has more than one entry. */
    private boolean isExact(IndexBounds bounds) {
        List<String> used = bounds.index().spec().fields().subList(0, bounds.usedFields()).stream()
                .map(field -> field.path())
                .toList();
        return constraints.areExact()
                && bounds.index().arrayFields() == 0
                && bounds.index().spec().partialFilter() == null
                && used.containsAll(constraints.paths());
    }

    /**
     * Documents to be read, sorting included.
     *
     * @param entries in the part that the way leads through
     * @param matches how many of all documents match at most
     */
    private double cost(long entries, long matches, boolean sorted, boolean exact) {
        if (!sorted) {
            return entries * (1 + SORT_COST);
        }
        if (query.wanted() == 0) {
            return entries;
        }
        double until = exact ? query.wanted() : query.wanted() * (double) entries / Math.max(1, matches);
        return Math.min((double) entries, until);
    }

    private Plan hinted(Object hint) {
        if (hint instanceof Document natural && natural.get("$natural") instanceof Number direction) {
            return Plan.wholeCollection(
                    direction.doubleValue() < 0, sort.fields().isEmpty(), (double) collection.count());
        }
        for (IndexTree index : collection.indexes()) {
            if (isMeant(index.spec(), hint)) {
                return byIndex(IndexBounds.of(index, constraints), collection.count());
            }
        }
        throw new BadValueException("error processing query: planner returned error :: caused by :: "
                + "hint provided does not correspond to an existing index");
    }

    private static boolean isMeant(IndexSpec index, @Nullable Object hint) {
        return index.name().equals(hint) || (hint instanceof Document pattern && index.hasKeyPattern(pattern));
    }
}
