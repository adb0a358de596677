package io.twingrid.chassis.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import io.twingrid.chassis.embedded.store.engine.Engine;
import io.twingrid.chassis.embedded.store.engine.IndexTree;
import io.twingrid.chassis.embedded.store.index.IndexSpec;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Removes documents whose time is up, as their collection's TTL indexes say. */
final class Expiry {

    private final Engine engine;
    private final Clock clock;
    private final int batch;

    Expiry(Engine engine, Clock clock, int batch) {
        this.engine = engine;
        this.clock = clock;
        this.batch = batch;
    }

    void run(StoreCollection collection) {
        for (IndexTree index : collection.data().indexes()) {
            Long seconds = index.spec().expireAfterSeconds();
            if (seconds != null) {
                Document due = due(index.spec(), clock.instant().minusSeconds(seconds));
                // In portions, so that other writers get their turn between them.
                int removed;
                do {
                    removed = engine.pinned(() -> collection.deleteDocuments(due, batch, NoopOplog.get()));
                } while (removed == batch);
            }
        }
    }

    private static Document due(IndexSpec index, Instant until) {
        Document due = new Document(index.fields().getFirst().path(), new Document("$lte", until));
        Document partial = index.partialFilter();
        return partial == null ? due : new Document("$and", List.of(due, partial));
    }
}
