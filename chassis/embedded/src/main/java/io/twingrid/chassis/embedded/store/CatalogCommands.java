package io.twingrid.chassis.embedded.store;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.QueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.twingrid.chassis.embedded.store.engine.CollectionData;
import io.twingrid.chassis.embedded.store.engine.DuplicateKeyException;
import io.twingrid.chassis.embedded.store.engine.IndexTree;
import io.twingrid.chassis.embedded.store.engine.Namespace;
import io.twingrid.chassis.embedded.store.index.IndexSpec;
import io.twingrid.chassis.embedded.store.index.IndexSpecParser;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Collections and indexes: made, dropped, listed, measured. */
final class CatalogCommands {

    private static final int CANNOT_DROP_ID_INDEX = 72;
    private static final int DUPLICATE_KEY = 11000;

    private final StoreDatabase database;
    private final StoreContext context;

    CatalogCommands(StoreDatabase database, StoreContext context) {
        this.database = database;
        this.context = context;
    }

    Document create(Document request) {
        Requests.requireKnown(request, Set.of("create", "autoIndexId", "idIndex"));
        database.createCollectionOrThrowIfExists(Requests.name(request, "create"));
        return Replies.ok();
    }

    Document drop(Document request) {
        StoreCollection collection = required(Requests.name(request, "drop"));
        int indexes = collection.data().indexes().size();
        Namespace namespace = collection.data().namespace();
        database.drop(collection);
        return Replies.ok(new Document("nIndexesWas", indexes).append("ns", namespace.toString()));
    }

    Document createIndexes(Document request) {
        Requests.requireKnown(request, Set.of("createIndexes", "indexes", "commitQuorum"));
        String name = Requests.name(request, "createIndexes");
        List<IndexSpec> wanted = Requests.documents(request, "indexes").stream()
                .map(IndexSpecParser::parse)
                .toList();
        boolean isNew = database.existing(name) == null;
        CollectionData collection = database.existingOrNew(name).data();
        collection.writing().lock();
        try {
            int before = collection.indexes().size();
            wanted.forEach(spec -> createIndex(collection, spec));
            int after = collection.indexes().size();
            Document answer = new Document("numIndexesBefore", before)
                    .append("numIndexesAfter", after)
                    .append("createdCollectionAutomatically", isNew);
            if (before == after) {
                answer.append("note", "all indexes already exist");
            }
            return Replies.ok(answer);
        } finally {
            collection.writing().unlock();
        }
    }

    private void createIndex(CollectionData collection, IndexSpec spec) {
        List<IndexSpec> existing =
                collection.indexes().stream().map(IndexTree::spec).toList();
        if (IndexSpecParser.isAlreadyThere(spec, existing)) {
            return;
        }
        try {
            context.engine().createIndex(collection, spec);
        } catch (DuplicateKeyException e) {
            throw new MongoServerError(
                    DUPLICATE_KEY,
                    "DuplicateKey",
                    "Index build failed: collection " + collection.namespace() + " :: caused by :: "
                            + "E11000 duplicate key error collection: " + collection.namespace() + " index: "
                            + spec.name());
        }
    }

    Document dropIndexes(Document request) {
        CollectionData collection =
                required(Requests.name(request, "dropIndexes")).data();
        Object wanted = Objects.requireNonNullElse(request.get("index"), "*");
        collection.writing().lock();
        try {
            int before = collection.indexes().size();
            List<IndexTree> dropped = collection.indexes().stream()
                    .filter(index -> !index.spec().isOfId() && isMeant(index.spec(), wanted))
                    .toList();
            if (dropped.isEmpty() && !wanted.equals("*")) {
                throw wanted.equals(IndexSpec.ID_INDEX)
                        ? new MongoServerError(CANNOT_DROP_ID_INDEX, "InvalidOptions", "cannot drop _id index")
                        : Errors.indexNotFound(wanted);
            }
            dropped.forEach(index -> context.engine().dropIndex(collection, index));
            return Replies.ok(new Document("nIndexesWas", before));
        } finally {
            collection.writing().unlock();
        }
    }

    private static boolean isMeant(IndexSpec index, Object wanted) {
        return wanted.equals("*")
                || wanted.equals(index.name())
                || (wanted instanceof List<?> names && names.contains(index.name()))
                || (wanted instanceof Document pattern && index.hasKeyPattern(pattern));
    }

    Document listIndexes(Document request) {
        CollectionData collection =
                required(Requests.name(request, "listIndexes")).data();
        List<Document> indexes = collection.indexes().stream()
                .map(index -> index.spec().toDocument())
                .toList();
        return Replies.firstBatch(collection.namespace(), indexes, Replies.NO_CURSOR);
    }

    Document listCollections(Document request) {
        Document filter = Filters.prepared(Requests.document(request, "filter"));
        QueryMatcher matcher = new DefaultQueryMatcher();
        List<Document> collections = database.collections().stream()
                .map(collection -> new Document(
                                "name", collection.data().namespace().collection())
                        .append("type", "collection")
                        .append("options", new Document())
                        .append("info", new Document("readOnly", false))
                        .append("idIndex", IndexSpec.OF_ID.toDocument()))
                .filter(description -> matcher.matches(description, filter))
                .toList();
        Namespace namespace = new Namespace(database.getDatabaseName(), "$cmd.listCollections");
        return Replies.firstBatch(namespace, collections, Replies.NO_CURSOR);
    }

    Document collStats(String command, Document request) {
        StoreCollection collection = database.existing(Requests.name(request, command));
        if (collection == null) {
            return Replies.ok(new Document("count", 0).append("size", 0));
        }
        CollectionData data = collection.data();
        long average = data.count() == 0 ? 0 : data.bytes() / data.count();
        return Replies.ok(new Document("ns", data.namespace().toString())
                .append("count", data.count())
                .append("size", data.bytes())
                .append("avgObjSize", average)
                .append("nindexes", data.indexes().size()));
    }

    Document dbStats() {
        List<CollectionData> all =
                database.collections().stream().map(StoreCollection::data).toList();
        return Replies.ok(new Document("db", database.getDatabaseName())
                .append("collections", all.size())
                .append("objects", all.stream().mapToLong(CollectionData::count).sum())
                .append(
                        "dataSize",
                        all.stream().mapToLong(CollectionData::bytes).sum())
                .append(
                        "indexes",
                        all.stream().mapToInt(data -> data.indexes().size()).sum())
                .append("storageSize", context.engine().storageBytes()));
    }

    private StoreCollection required(String name) {
        StoreCollection collection = database.existing(name);
        if (collection == null) {
            throw Errors.namespaceNotFound(new Namespace(database.getDatabaseName(), name));
        }
        return collection;
    }
}
