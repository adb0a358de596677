package io.twingrid.chassis.embedded.store;

import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import io.twingrid.chassis.embedded.store.engine.Namespace;
import io.twingrid.chassis.embedded.store.query.Found;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** {@code aggregate}: the beginning of a pipeline is planned as a query, its stages behind are the library's. */
final class AggregateCommand {

    private static final Set<String> OPTIONS =
            Set.of("aggregate", "pipeline", "cursor", "explain", "allowDiskUse", "hint", "bypassDocumentValidation");

    private final StoreDatabase database;
    private final ReadCommands reads;
    private final StoreContext context;

    AggregateCommand(StoreDatabase database, ReadCommands reads, StoreContext context) {
        this.database = database;
        this.reads = reads;
        this.context = context;
    }

    Document aggregate(Document request, DatabaseResolver databases) {
        Requests.requireKnown(request, OPTIONS);
        if (request.get("aggregate") instanceof Number) {
            throw Errors.notSupported("an aggregation over a whole database");
        }
        String name = Requests.name(request, "aggregate");
        List<Document> pipeline = Requests.documents(request, "pipeline").stream()
                .map(Stages::checked)
                .toList();
        PipelineHead head = PipelineHead.of(pipeline).withHint(request.get("hint"));
        StoreCollection collection = database.existing(name);
        Aggregation rest = Aggregation.fromPipeline(head.rest(), databases, database, collection, NoopOplog.get());
        rest.validate(new Document("cursor", new Document()));
        Namespace namespace = new Namespace(database.getDatabaseName(), name);
        if (collection == null) {
            return Replies.firstBatch(namespace, List.of(), Replies.NO_CURSOR);
        }
        if (Requests.flag(request, "explain", false)) {
            return reads.explain(collection, head.query());
        }
        Document cursor = Requests.document(request, "cursor");
        if (head.rest().isEmpty()) {
            return reads.open(collection, head.query(), documents -> documents, request, cursor);
        }
        Iterable<Found> found = () -> collection.scan(head.query());
        List<Document> results =
                rest.runStages(StreamSupport.stream(found.spliterator(), false).map(Found::document));
        return firstOf(results, namespace, Requests.number(cursor, "batchSize", ScanCursor.FIRST_BATCH));
    }

    private Document firstOf(List<Document> results, Namespace namespace, long size) {
        ListCursor cursor = new ListCursor(context.cursors().nextId(), results);
        List<Document> first = size == 0 ? List.of() : cursor.takeDocuments((int) size);
        if (cursor.isEmpty()) {
            return Replies.firstBatch(namespace, first, Replies.NO_CURSOR);
        }
        context.cursors().add(cursor);
        return Replies.firstBatch(namespace, first, cursor.getId());
    }
}
