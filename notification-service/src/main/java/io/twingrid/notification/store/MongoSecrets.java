package io.twingrid.notification.store;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.twingrid.notification.domain.KeptSecrets;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.BsonString;
import reactor.core.publisher.Mono;

/** Secrets in the collection {@code secrets}, sealed; the first to write one wins. */
public final class MongoSecrets implements KeptSecrets {
    private final MongoCollection<BsonDocument> documents;
    private final SecretBox box;

    public MongoSecrets(MongoDatabase database, SecretBox box) {
        this.documents = database.getCollection("secrets", BsonDocument.class);
        this.box = box;
    }

    @Override
    public Mono<String> keep(String name, Supplier<String> fresh) {
        return find(name).switchIfEmpty(Mono.defer(() -> insert(name, fresh.get())));
    }

    private Mono<String> find(String name) {
        return Mono.from(documents.find(eq("_id", name)).first())
                .map(document -> box.open(document.getString("secret").getValue()));
    }

    private Mono<String> insert(String name, String secret) {
        BsonDocument document =
                new BsonDocument("_id", new BsonString(name)).append("secret", new BsonString(box.seal(secret)));
        return Mono.from(documents.insertOne(document))
                .thenReturn(secret)
                .onErrorResume(
                        e -> e instanceof MongoWriteException write
                                && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY,
                        e -> find(name));
    }
}
