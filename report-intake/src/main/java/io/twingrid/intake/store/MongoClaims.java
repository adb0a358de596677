package io.twingrid.intake.store;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.twingrid.intake.domain.Claims;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import reactor.core.publisher.Mono;

/** Claims, one document each; the unique {@code _id} decides who came first. */
public final class MongoClaims implements Claims {
    private final MongoCollection<Document> claims;

    public MongoClaims(MongoDatabase database) {
        this.claims = database.getCollection("claims");
    }

    @Override
    public Mono<Claim> claim(String reportId, String digest, Instant at) {
        Document claim = new Document("_id", reportId).append("digest", digest).append("at", Date.from(at));
        return Mono.from(claims.insertOne(claim))
                .thenReturn(new Claim(digest, at))
                .onErrorResume(Duplicates::isTaken, e -> Mono.from(
                                claims.find(eq("_id", reportId)).first())
                        .map(first -> new Claim(
                                first.getString("digest"), first.getDate("at").toInstant())));
    }
}
