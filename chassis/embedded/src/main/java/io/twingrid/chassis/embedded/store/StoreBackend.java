package io.twingrid.chassis.embedded.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import io.netty.channel.Channel;
import io.twingrid.chassis.embedded.store.engine.Engine;
import io.twingrid.chassis.embedded.store.query.QueryCounters;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what drivers ask. Nothing is answered that a crash could take back: every answer, also one that only read, waits
 * until all that was written before it is as safe as the settings promise.
 */
public final class StoreBackend extends AbstractMongoBackend {

    private static final Logger LOG = LoggerFactory.getLogger(StoreBackend.class);

    private final StoreContext context;
    private final Maintenance maintenance = new Maintenance();

    private StoreBackend(StoreContext context) {
        this.context = context;
    }

    /** A backend that owns the engine, keeps its bounds, and closes it when it is closed. */
    public static StoreBackend over(Engine engine, StoreLimits limits) {
        StoreBackend backend =
                new StoreBackend(new StoreContext(engine, new QueryCounters(), new Cursors(limits.cursorIdle())));
        backend.maintenance.every(limits.maintainEvery(), "keep its bounds", engine::maintain);
        backend.maintenance.every(limits.maintainEvery(), "close idle cursors", backend.context.cursors()::closeIdle);
        Expiry expiry = new Expiry(engine, Clock.systemUTC(), limits.expireBatch());
        backend.maintenance.every(
                limits.expireEvery(), "remove expired documents", () -> backend.forEachCollection(expiry::run));
        return backend;
    }

    private void forEachCollection(Consumer<StoreCollection> action) {
        for (String name : listDatabaseNames()) {
            if (resolveDatabase(name) instanceof StoreDatabase database) {
                database.collections().forEach(action);
            }
        }
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new StoreDatabase(name, context);
    }

    @Override
    public Document handleCommand(@Nullable Channel channel, String database, String command, Document request) {
        Document answer = context.engine().pinned(() -> answer(channel, database, command, request));
        context.engine().awaitDurable();
        return answer;
    }

    private Document answer(@Nullable Channel channel, String database, String command, Document request) {
        try {
            return command.equalsIgnoreCase("hello")
                    ? hello(super.handleCommand(channel, database, "ismaster", request))
                    : super.handleCommand(channel, database, command, request);
        } catch (MongoServerException e) {
            LOG.debug(
                    "{} on {} was refused: {}", command, database, e.getClass().getSimpleName());
            return Errors.answer(e);
        } catch (RuntimeException e) {
            // Without the request, which may hold what does not belong into a log.
            LOG.warn("{} on {} failed", command, database, e);
            return Errors.answer(e);
        }
    }

    private static Document hello(Document isMaster) {
        return isMaster.append("isWritablePrimary", true);
    }

    @Override
    protected Document handleGetMore(String database, String command, Document request) {
        long id = Requests.number(request, command, 0);
        OpenCursor cursor = context.cursors().get(id);
        List<Document> batch = cursor.takeDocuments((int) Requests.number(request, "batchSize", 0));
        boolean done = cursor.isEmpty();
        if (done) {
            context.cursors().close(id);
        }
        return Replies.nextBatch(database + "." + request.get("collection"), batch, done ? Replies.NO_CURSOR : id);
    }

    @Override
    protected Document handleKillCursors(Document request) {
        List<Object> killed = new ArrayList<>();
        List<Object> notFound = new ArrayList<>();
        for (Object id : (List<?>) request.getOrDefault("cursors", List.of())) {
            (context.cursors().close(((Number) id).longValue()) ? killed : notFound).add(id);
        }
        return Replies.ok(new Document("cursorsKilled", killed)
                .append("cursorsNotFound", notFound)
                .append("cursorsAlive", List.of())
                .append("cursorsUnknown", List.of()));
    }

    @Override
    public Document getServerStatus() {
        QueryCounters counters = context.counters();
        Document status = super.getServerStatus();
        return status.append(
                "metrics",
                new Document("cursor", new Document("open", new Document("total", (long)
                                context.cursors().size())))
                        .append("document", new Document("returned", counters.documentsReturned()))
                        .append("operation", new Document("scanAndOrder", counters.sorts()))
                        .append(
                                "queryExecutor",
                                new Document("scanned", counters.keysExamined())
                                        .append("scannedObjects", counters.documentsExamined())
                                        .append("collectionScans", new Document("total", counters.collectionScans()))));
    }

    @Override
    protected Set<String> listDatabaseNames() {
        return context.engine().collections().stream()
                .map(collection -> collection.namespace().database())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void close() {
        super.close();
        maintenance.close();
        context.cursors().closeAll();
        context.engine().close();
    }
}
