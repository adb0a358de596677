package io.twingrid.chassis.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import io.twingrid.chassis.embedded.store.engine.Namespace;
import io.twingrid.chassis.embedded.store.engine.Pin;
import io.twingrid.chassis.embedded.store.query.Explanation;
import io.twingrid.chassis.embedded.store.query.Query;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** {@code find}, {@code count}, {@code distinct} and {@code explain}. */
final class ReadCommands {

    private static final Set<String> FIND_OPTIONS = Set.of(
            "find",
            "filter",
            "sort",
            "projection",
            "skip",
            "limit",
            "batchSize",
            "singleBatch",
            "hint",
            "noCursorTimeout",
            "allowDiskUse");
    private static final Set<String> COUNT_OPTIONS = Set.of("count", "query", "skip", "limit", "hint", "fields");
    private static final Set<String> DISTINCT_OPTIONS = Set.of("distinct", "key", "query");

    private final StoreDatabase database;
    private final StoreContext context;

    ReadCommands(StoreDatabase database, StoreContext context) {
        this.database = database;
        this.context = context;
    }

    Document find(Document request) {
        Requests.requireKnown(request, FIND_OPTIONS);
        String name = Requests.name(request, "find");
        Query query = findQuery(request);
        Document projection = Projections.checked(Requests.optionalDocument(request, "projection"));
        StoreCollection collection = database.existing(name);
        Namespace namespace = new Namespace(database.getDatabaseName(), name);
        if (collection == null) {
            return Replies.firstBatch(namespace, List.of(), Replies.NO_CURSOR);
        }
        return open(collection, query, documents -> collection.projected(documents, projection), request, request);
    }

    /**
     * Answers with the first documents of a query, and keeps a cursor for the rest.
     *
     * @param shape what is done with a batch before it leaves
     * @param batch where {@code batchSize} stands
     */
    Document open(
            StoreCollection collection,
            Query query,
            UnaryOperator<List<Document>> shape,
            Document request,
            Document batch) {
        Pin pin = context.engine().pin();
        try {
            ScanCursor cursor = new ScanCursor(context.cursors().nextId(), collection.scan(query), shape, pin);
            List<Document> first = cursor.first(Requests.number(batch, "batchSize", ScanCursor.FIRST_BATCH));
            boolean done = Requests.flag(request, "singleBatch", false) || cursor.isEmpty();
            if (done) {
                cursor.close();
            } else {
                context.cursors().add(cursor);
            }
            return Replies.firstBatch(collection.data().namespace(), first, done ? Replies.NO_CURSOR : cursor.getId());
        } catch (RuntimeException e) {
            pin.close();
            throw e;
        }
    }

    private static Query findQuery(Document request) {
        return new Query(
                Filters.prepared(Requests.document(request, "filter")),
                Requests.optionalDocument(request, "sort"),
                Requests.notNegative(request, "skip"),
                Math.abs(Requests.number(request, "limit", 0)),
                request.get("hint"));
    }

    Document count(Document request) {
        Requests.requireKnown(request, COUNT_OPTIONS);
        StoreCollection collection = database.existing(Requests.name(request, "count"));
        Query query = countQuery(request);
        long count = collection == null ? 0 : collection.count(query);
        return Replies.ok(new Document("n", count > Integer.MAX_VALUE ? (Object) count : (Object) (int) count));
    }

    private static Query countQuery(Document request) {
        return new Query(
                Filters.prepared(Requests.document(request, "query")),
                null,
                Requests.notNegative(request, "skip"),
                Math.abs(Requests.number(request, "limit", 0)),
                request.get("hint"));
    }

    Document distinct(Document request) {
        Requests.requireKnown(request, DISTINCT_OPTIONS);
        StoreCollection collection = database.existing(Requests.name(request, "distinct"));
        Filters.prepared(Requests.document(request, "query"));
        if (collection == null) {
            return Replies.ok(new Document("values", List.of()));
        }
        return collection.handleDistinct(request);
    }

    Document explain(Document request) {
        Document explained = Requests.document(request, "explain");
        String command = explained.keySet().stream()
                .findFirst()
                .orElseThrow(() -> Errors.failedToParse("explain needs a command"));
        Query query = explainedQuery(command, explained);
        StoreCollection collection = database.existing(Requests.name(explained, command));
        if (collection == null) {
            throw Errors.namespaceNotFound(
                    new Namespace(database.getDatabaseName(), Requests.name(explained, command)));
        }
        return explain(collection, query);
    }

    Document explain(StoreCollection collection, Query query) {
        return Replies.ok(Explanation.of(collection.data(), query, context.counters()));
    }

    private static Query explainedQuery(String command, Document explained) {
        return switch (command) {
            case "find" -> findQuery(explained);
            case "count" -> countQuery(explained);
            case "distinct" -> Query.of(Filters.prepared(Requests.document(explained, "query")));
            case "aggregate" ->
                PipelineHead.of(Requests.documents(explained, "pipeline")).query();
            case "findAndModify", "findandmodify" ->
                new Query(
                        Filters.prepared(Requests.document(explained, "query")),
                        Requests.optionalDocument(explained, "sort"),
                        0,
                        1,
                        null);
            case "update" -> statement(Requests.documents(explained, "updates"), "multi");
            case "delete" -> statement(Requests.documents(explained, "deletes"), "limit");
            default -> throw Errors.notSupported("explain of the command " + command);
        };
    }

    /** The first statement's query; an update of one or a deletion of one ends with the first match. */
    private static Query statement(List<Document> statements, String breadth) {
        Document first = statements.getFirst();
        boolean one = breadth.equals("multi")
                ? !Requests.flag(first, breadth, false)
                : Requests.number(first, breadth, 0) == 1;
        return new Query(Filters.prepared(Requests.document(first, "q")), null, 0, one ? 1 : 0, null);
    }
}
