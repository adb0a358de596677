package io.twingrid.intake.store;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.twingrid.intake.domain.RequestUpdates;
import java.util.Date;
import org.bson.Document;
import reactor.core.publisher.Mono;

/** Updates by client and the client's own id. */
public final class MongoRequestUpdates implements RequestUpdates {
    private final MongoCollection<Document> updates;

    public MongoRequestUpdates(MongoDatabase database) {
        this.updates = database.getCollection("requestUpdates");
    }

    @Override
    public Mono<Boolean> keep(Update update) {
        return Duplicates.isNew(updates.insertOne(new Document("_id", update.client() + ":" + update.updateId())
                .append("reportId", update.reportId())
                .append("status", update.status())
                .append("description", update.description())
                .append("at", Date.from(update.at()))));
    }
}
