package io.twingrid.intake.store;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.twingrid.intake.domain.Secrets;
import java.security.SecureRandom;
import org.bson.Document;
import org.bson.types.Binary;
import reactor.core.publisher.Mono;

/** One document a secret; the first instance that asks makes it. */
public final class MongoSecrets implements Secrets {
    private static final int BYTES = 32;

    private final MongoCollection<Document> secrets;
    private final SecureRandom random = new SecureRandom();

    public MongoSecrets(MongoDatabase database) {
        this.secrets = database.getCollection("secrets");
    }

    @Override
    public Mono<byte[]> secret(String name) {
        Mono<byte[]> found = Mono.from(secrets.find(eq("_id", name)).first())
                .map(document -> document.get("bytes", Binary.class).getData());
        return found.switchIfEmpty(Mono.defer(() -> {
            byte[] bytes = new byte[BYTES];
            random.nextBytes(bytes);
            return Duplicates.isNew(secrets.insertOne(new Document("_id", name).append("bytes", new Binary(bytes))))
                    .then(found);
        }));
    }
}
