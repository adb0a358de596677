package io.twingrid.chassis.embedded.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.NamespaceExistsException;
import de.bwaldvogel.mongo.exception.NoSuchCommandException;
import de.bwaldvogel.mongo.oplog.Oplog;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import io.twingrid.chassis.embedded.store.engine.CollectionData;
import io.twingrid.chassis.embedded.store.engine.Namespace;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One database: its collections and the table of its commands. */
final class StoreDatabase implements MongoDatabase {

    private final String name;
    private final StoreContext context;
    private final CursorRegistry unusedCursors = new CursorRegistry();
    private final Map<String, StoreCollection> collections = new ConcurrentHashMap<>();
    private final ReadCommands reads;
    private final AggregateCommand aggregation;
    private final WriteCommands writes;
    private final CatalogCommands catalog;

    StoreDatabase(String name, StoreContext context) {
        this.name = name;
        this.context = context;
        this.reads = new ReadCommands(this, context);
        this.aggregation = new AggregateCommand(this, reads, context);
        this.writes = new WriteCommands(this);
        this.catalog = new CatalogCommands(this, context);
        for (CollectionData data : context.engine().collections()) {
            if (data.namespace().database().equals(name)) {
                register(data);
            }
        }
    }

    @Override
    public Document handleCommand(
            @Nullable Channel channel, String command, Document request, DatabaseResolver databases, Oplog oplog) {
        return switch (command.toLowerCase(Locale.ROOT)) {
            case "find" -> reads.find(request);
            case "count" -> reads.count(request);
            case "distinct" -> reads.distinct(request);
            case "aggregate" -> aggregation.aggregate(request, databases);
            case "explain" -> reads.explain(request);
            case "insert" -> writes.insert(request);
            case "update" -> writes.update(request);
            case "delete" -> writes.delete(request);
            case "findandmodify" -> writes.findAndModify(command, request);
            case "create" -> catalog.create(request);
            case "drop" -> catalog.drop(request);
            case "createindexes" -> catalog.createIndexes(request);
            case "dropindexes" -> catalog.dropIndexes(request);
            case "listindexes" -> catalog.listIndexes(request);
            case "listcollections" -> catalog.listCollections(request);
            case "collstats" -> catalog.collStats(command, request);
            case "dbstats" -> catalog.dbStats();
            default -> throw new NoSuchCommandException(command);
        };
    }

    @Override
    public QueryResult handleQuery(MongoQuery query) {
        throw Errors.notSupported("the query message of drivers from before MongoDB 3.6");
    }

    @Override
    public String getDatabaseName() {
        return name;
    }

    Collection<StoreCollection> collections() {
        return List.copyOf(collections.values());
    }

    /** The collection of that name; null when there is none. */
    @Nullable
    StoreCollection existing(String collection) {
        return collections.get(collection);
    }

    /** The collection of that name, made when it is missing. */
    StoreCollection existingOrNew(String collection) {
        StoreCollection existing = collections.get(collection);
        return existing != null ? existing : createIfMissing(collection);
    }

    private synchronized StoreCollection createIfMissing(String collection) {
        StoreCollection existing = collections.get(collection);
        if (existing != null) {
            return existing;
        }
        if (collection.contains("$") || collection.startsWith("system.")) {
            throw Errors.invalidNamespace(name + "." + collection);
        }
        return register(context.engine().create(new Namespace(name, collection)));
    }

    private StoreCollection register(CollectionData data) {
        StoreCollection collection = new StoreCollection(this, data, context.counters(), unusedCursors);
        collections.put(data.namespace().collection(), collection);
        return collection;
    }

    synchronized void drop(StoreCollection collection) {
        collections.remove(collection.data().namespace().collection());
        context.engine().drop(collection.data());
    }

    @Override
    public synchronized MongoCollection<?> createCollectionOrThrowIfExists(
            String collection, CollectionOptions options) {
        if (collections.containsKey(collection)) {
            throw new NamespaceExistsException("Collection already exists. NS: " + name + "." + collection);
        }
        return createIfMissing(collection);
    }

    @Override
    public @Nullable MongoCollection<?> resolveCollection(String collection, boolean throwIfNotFound) {
        StoreCollection existing = collections.get(collection);
        if (existing == null && throwIfNotFound) {
            throw Errors.namespaceNotFound(new Namespace(name, collection));
        }
        return existing;
    }

    @Override
    public boolean isEmpty() {
        return collections.isEmpty();
    }

    @Override
    public void drop(Oplog oplog) {
        collections().forEach(this::drop);
    }

    @Override
    public void dropCollection(String collection, Oplog oplog) {
        StoreCollection existing = collections.get(collection);
        if (existing != null) {
            drop(existing);
        }
    }

    @Override
    public synchronized void moveCollection(MongoDatabase from, MongoCollection<?> moved, String newName) {
        from.unregisterCollection(moved.getCollectionName());
        CollectionData data = ((StoreCollection) moved).data();
        context.engine().rename(data, new Namespace(name, newName));
        register(data);
    }

    @Override
    public void unregisterCollection(String collection) {
        collections.remove(collection);
    }

    @Override
    public void handleClose(Channel channel) {
        // Nothing is kept for a connection.
    }
}
