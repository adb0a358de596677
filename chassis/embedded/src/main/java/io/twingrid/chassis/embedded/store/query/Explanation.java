package io.twingrid.chassis.embedded.store.query;

import de.bwaldvogel.mongo.bson.Document;
import io.twingrid.chassis.embedded.store.engine.CollectionData;
import io.twingrid.chassis.embedded.store.engine.IndexTree;
import io.twingrid.chassis.embedded.store.index.IndexField;
import java.util.List;

/** How a query is answered and what it costs, in the words of MongoDB's {@code explain}. */
public final class Explanation {

    private Explanation() {}

    /** Runs the query to its end, under the caller's pin. */
    public static Document of(CollectionData collection, Query query, QueryCounters counters) {
        Scan scan = Scan.open(collection, query, counters);
        while (scan.hasNext()) {
            scan.next();
        }
        Effort effort = scan.effort();
        return new Document("explainVersion", "1")
                .append(
                        "queryPlanner",
                        new Document("namespace", collection.namespace().toString())
                                .append("parsedQuery", query.filter())
                                .append("winningPlan", stages(scan.plan(), query))
                                .append("rejectedPlans", List.of()))
                .append(
                        "executionStats",
                        new Document("executionSuccess", true)
                                .append("nReturned", effort.documentsReturned())
                                .append("totalKeysExamined", effort.keysExamined())
                                .append("totalDocsExamined", effort.documentsExamined()));
    }

    private static Document stages(Plan plan, Query query) {
        Document stage = plan.index() == null ? collectionScan(plan, query) : fetch(plan, plan.index(), query);
        if (!plan.sorted()) {
            stage = new Document("stage", "SORT")
                    .append("sortPattern", query.sort())
                    .append("inputStage", stage);
        }
        if (query.skip() > 0) {
            stage = new Document("stage", "SKIP")
                    .append("skipAmount", query.skip())
                    .append("inputStage", stage);
        }
        if (query.limit() > 0) {
            stage = new Document("stage", "LIMIT")
                    .append("limitAmount", query.limit())
                    .append("inputStage", stage);
        }
        return stage;
    }

    private static Document collectionScan(Plan plan, Query query) {
        return new Document("stage", "COLLSCAN")
                .append("filter", query.filter())
                .append("direction", direction(plan));
    }

    private static Document fetch(Plan plan, IndexTree index, Query query) {
        Document scan = new Document("stage", "IXSCAN")
                .append("keyPattern", index.spec().keyPattern())
                .append("indexName", index.spec().name())
                .append("isMultiKey", index.arrayFields() != 0)
                .append("isUnique", index.spec().unique())
                .append("isSparse", index.spec().sparse())
                .append("isPartial", index.spec().partialFilter() != null)
                .append("direction", direction(plan))
                .append("ranges", plan.ranges().size());
        if (plan.mergeFields() > 0) {
            List<String> merged = index.spec().fields().subList(0, plan.mergeFields()).stream()
                    .map(IndexField::path)
                    .toList();
            scan = new Document("stage", "SORT_MERGE")
                    .append("mergedFields", merged)
                    .append("inputStage", scan);
        }
        return new Document("stage", "FETCH").append("filter", query.filter()).append("inputStage", scan);
    }

    private static String direction(Plan plan) {
        return plan.backwards() ? "backward" : "forward";
    }
}
