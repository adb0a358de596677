package io.twingrid.intake.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.twingrid.chassis.change.StorePreparation.Prepared;
import io.twingrid.intake.domain.ApiClient;
import io.twingrid.intake.domain.ApiClients;
import io.twingrid.intake.domain.Sha256;
import java.util.Date;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Clients by their names, found by the digests of their keys. A key has 256 random bits, so its digest needs no salt. */
public final class MongoApiClients implements ApiClients, Prepared {
    private final MongoCollection<Document> clients;

    public MongoApiClients(MongoDatabase database) {
        this.clients = database.getCollection("apiClients");
    }

    @Override
    public Mono<Void> prepare() {
        return Mono.from(clients.createIndex(Indexes.ascending("key"), new IndexOptions().unique(true)))
                .then();
    }

    @Override
    public Mono<ApiClient> byKey(String key) {
        return Mono.from(clients.find(and(eq("key", Sha256.hex(key)), eq("revoked", false)))
                        .first())
                .map(MongoApiClients::client);
    }

    @Override
    public Mono<Boolean> add(ApiClient client, String key) {
        Document document = new Document("_id", client.name())
                .append("key", Sha256.hex(key))
                .append("perMinute", client.perMinute())
                .append("revoked", client.revoked())
                .append("createdAt", Date.from(client.createdAt()));
        return Duplicates.isNew(clients.insertOne(document));
    }

    @Override
    public Mono<Boolean> revoke(String name) {
        return Mono.from(clients.updateOne(eq("_id", name), Updates.set("revoked", true)))
                .map(result -> result.getMatchedCount() == 1);
    }

    @Override
    public Flux<ApiClient> all() {
        return Flux.from(clients.find().sort(Indexes.ascending("_id"))).map(MongoApiClients::client);
    }

    private static ApiClient client(Document document) {
        return new ApiClient(
                document.getString("_id"),
                document.getInteger("perMinute"),
                document.getBoolean("revoked"),
                document.getDate("createdAt").toInstant());
    }
}
