package io.twingrid.chassis.embedded.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.InvalidIdFieldError;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.twingrid.chassis.embedded.store.engine.CollectionData;
import io.twingrid.chassis.embedded.store.engine.DuplicateKeyException;
import io.twingrid.chassis.embedded.store.index.IndexSpec;
import io.twingrid.chassis.embedded.store.query.Found;
import io.twingrid.chassis.embedded.store.query.Query;
import io.twingrid.chassis.embedded.store.query.QueryCounters;
import io.twingrid.chassis.embedded.store.query.Scan;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A collection as the library knows it, with its documents in the engine. What to change and to what is the library's
 * business; which documents are meant and how they are kept is ours. The library's own list of indexes stays empty.
 *
 * <p>The position of a document, {@code P} to the library, is its record number.
 */
final class StoreCollection extends AbstractMongoCollection<Long> {

    private static final String ID = IndexSpec.ID_FIELD;

    private final CollectionData data;
    private final QueryCounters counters;

    StoreCollection(MongoDatabase database, CollectionData data, QueryCounters counters, CursorRegistry cursors) {
        super(database, data.namespace().collection(), CollectionOptions.withDefaults(), cursors);
        this.data = data;
        this.counters = counters;
    }

    CollectionData data() {
        return data;
    }

    Scan scan(Query query) {
        return Scan.open(data, query, counters);
    }

    long count(Query query) {
        return query.filter().isEmpty() && query.skip() == 0 && query.limit() == 0
                ? data.count()
                : Scan.count(data, query, counters);
    }

    /** Documents with the fields that a client asks for. */
    List<Document> projected(List<Document> documents, @Nullable Document projection) {
        return projection == null
                ? documents
                : matchDocumentsFromStream(documents.stream(), new Document(), null, 0, 0, 0, projection)
                        .collectDocuments();
    }

    // What follows is how the library reads.

    @Override
    protected QueryResult queryDocuments(
            Document query, @Nullable Document orderBy, int skip, int limit, int batch, @Nullable Document projection) {
        Query wanted = new Query(Filters.prepared(query), orderBy, skip, limit, null);
        Iterable<Document> documents = () -> new Documents(scan(wanted));
        if (projection != null && !projection.isEmpty()) {
            Stream<Document> all = StreamSupport.stream(documents.spliterator(), false);
            return matchDocumentsFromStream(all, new Document(), null, 0, 0, 0, projection);
        }
        return new QueryResult(documents);
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, @Nullable Document orderBy, int skip, int limit, int batch, @Nullable Document projection) {
        return queryDocuments(query, orderBy, skip, limit, batch, projection);
    }

    @Override
    protected Stream<DocumentWithPosition<Long>> streamAllDocumentsWithPosition() {
        Iterable<Found> all = () -> scan(Query.of(new Document()));
        return StreamSupport.stream(all.spliterator(), false)
                .map(found -> new DocumentWithPosition<>(found.document(), found.record()));
    }

    @Override
    protected Document getDocument(Long record) {
        return Objects.requireNonNull(data.snapshot().read(record)).document();
    }

    @Override
    protected @Nullable Long findDocumentPosition(Document document) {
        return data.recordOfId(document.get(ID));
    }

    @Override
    public int count() {
        return (int) Math.min(Integer.MAX_VALUE, data.count());
    }

    @Override
    protected int getDataSize() {
        return (int) Math.min(Integer.MAX_VALUE, data.bytes());
    }

    /** The indexes as some stages want to see them: fields and uniqueness. */
    @Override
    public List<Index<Long>> getIndexes() {
        return data.indexes().stream().<Index<Long>>map(IndexDescription::new).toList();
    }

    // What follows is how the library writes.

    @Override
    public void addDocument(Document document) {
        Document stored = withIdFirst(document);
        writing(() -> unique(stored, () -> data.insert(stored)));
    }

    private static Document withIdFirst(Document document) {
        if (!document.containsKey(ID)) {
            document.put(ID, new ObjectId());
        }
        Object id = document.get(ID);
        if (id instanceof Collection<?> || id instanceof BsonRegularExpression) {
            throw new InvalidIdFieldError("The '_id' value cannot be of type array or regular expression");
        }
        if (document.keySet().iterator().next().equals(ID)) {
            return document;
        }
        Document reordered = new Document(ID, id);
        document.forEach(reordered::putIfAbsent);
        return reordered;
    }

    @Override
    protected Long addDocumentInternal(Document document) {
        return data.insert(document);
    }

    @Override
    protected void handleUpdate(Long record, Document before, Document after) {
        writing(() -> unique(after, () -> {
            data.update(record, before, after);
            return record;
        }));
    }

    @Override
    public void removeDocument(Document document) {
        Long record = data.recordOfId(document.get(ID));
        if (record != null) {
            data.remove(record, document);
        }
    }

    @Override
    protected void removeDocument(Long record) {
        data.remove(record, getDocument(record));
    }

    @Override
    protected void updateDataSize(int difference) {
        // The engine knows what its documents take.
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    public Document updateDocuments(
            Document filter, Document update, ArrayFilters arrayFilters, boolean multi, boolean upsert, Oplog oplog) {
        return writing(() -> super.updateDocuments(filter, update, arrayFilters, multi, upsert, oplog));
    }

    @Override
    public Document findAndModify(Document request) {
        return writing(() -> super.findAndModify(request));
    }

    @Override
    public int deleteDocuments(Document filter, int limit, Oplog oplog) {
        Query query = new Query(Filters.prepared(filter), null, 0, limit, null);
        return writing(() -> {
            int deleted = 0;
            for (Scan scan = scan(query); scan.hasNext(); deleted++) {
                Found found = scan.next();
                data.remove(found.record(), found.document());
            }
            return deleted;
        });
    }

    /**
     * Updates what a filter finds.
     *
     * @param arrayFilters conditions for the {@code $[name]} in the paths; null for none
     * @return {@code n}, {@code nModified} and, when a document was made, its id
     */
    Document update(
            Document filter, @Nullable Object change, @Nullable Object arrayFilters, boolean multi, boolean upsert) {
        SetById plain = arrayFilters == null ? SetById.of(filter, change) : null;
        if (plain != null) {
            return writing(() -> set(plain, upsert));
        }
        Document update = Updates.checked(change, arrayFilters, multi);
        if (Updates.isReplacement(update)) {
            return writing(() -> replaceOrMake(filter, update, upsert));
        }
        if (arrayFilters == null && !Updates.isPositional(update)) {
            return updateDocuments(filter, update, ArrayFilters.empty(), multi, upsert, NoopOplog.get());
        }
        return writing(() -> new UpdateOneByOne(this, filter, update, arrayFilters).run(multi, upsert));
    }

    private Document set(SetById wanted, boolean upsert) {
        Found found = Scan.byId(data, wanted.id(), counters);
        if (found == null && upsert) {
            addDocument(wanted.made());
            return new Document("n", 0).append("nModified", 0).append("upserted", wanted.id());
        }
        if (found == null) {
            return new Document("n", 0).append("nModified", 0);
        }
        Replaced replaced = new Replaced(found.document(), wanted.appliedTo(found.document()));
        if (replaced.isChange()) {
            handleUpdate(found.record(), replaced.before(), replaced.after());
        }
        return new Document("n", 1).append("nModified", replaced.isChange() ? 1 : 0);
    }

    private Document replaceOrMake(Document filter, Document replacement, boolean upsert) {
        Replaced replaced = replaceFirst(new Query(Filters.prepared(filter), null, 0, 1, null), replacement);
        if (replaced == null) {
            return super.updateDocuments(filter, replacement, ArrayFilters.empty(), false, upsert, NoopOplog.get());
        }
        return new Document("n", 1).append("nModified", replaced.isChange() ? 1 : 0);
    }

    /**
     * Puts another document in the place of the first that a query finds; null when it finds none. The library would keep
     * the order of the old one's fields.
     */
    @Nullable
    Replaced replaceFirst(Query query, Document replacement) {
        return writing(() -> {
            Scan scan = scan(query);
            if (!scan.hasNext()) {
                return null;
            }
            Found found = scan.next();
            Replaced replaced = new Replaced(found.document(), Updates.replaced(found.document(), replacement));
            if (replaced.isChange()) {
                handleUpdate(found.record(), replaced.before(), replaced.after());
            }
            return replaced;
        });
    }

    /** A document before and after it was replaced. */
    record Replaced(Document before, Document after) {

        boolean isChange() {
            return !before.equals(after);
        }
    }

    private <T extends @Nullable Object> T writing(Supplier<T> action) {
        data.writing().lock();
        try {
            return action.get();
        } finally {
            data.writing().unlock();
        }
    }

    private <T> T unique(Document document, Supplier<T> change) {
        try {
            return change.get();
        } catch (DuplicateKeyException e) {
            throw Errors.duplicateKey(data.namespace(), e.index(), document);
        }
    }

    private record Documents(Iterator<Found> scan) implements Iterator<Document> {
        @Override
        public boolean hasNext() {
            return scan.hasNext();
        }

        @Override
        public Document next() {
            return scan.next().document();
        }
    }
}
