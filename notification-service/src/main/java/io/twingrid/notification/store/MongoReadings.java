package io.twingrid.notification.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.twingrid.notification.domain.Readings;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Readings in the collection {@code readings}; the id is {@code <notice>/<person>}, so that one look-up by ids serves a page. */
public final class MongoReadings implements Readings {
    private final MongoCollection<BsonDocument> documents;

    public MongoReadings(MongoDatabase database) {
        this.documents = database.getCollection("readings", BsonDocument.class);
    }

    @Override
    public Mono<Void> mark(String person, String noticeId, Instant at) {
        return Mono.from(documents.updateOne(
                        eq("_id", id(person, noticeId)),
                        combine(setOnInsert("notice", noticeId), setOnInsert("at", at)),
                        new UpdateOptions().upsert(true)))
                .then();
    }

    @Override
    public Mono<Set<String>> among(String person, List<String> noticeIds) {
        List<String> ids = noticeIds.stream().map(notice -> id(person, notice)).toList();
        return ids.isEmpty()
                ? Mono.just(Set.of())
                : Flux.from(documents.find(in("_id", ids)))
                        .map(document -> document.getString("notice").getValue())
                        .collect(Collectors.toSet());
    }

    private static String id(String person, String noticeId) {
        return noticeId + "/" + person;
    }
}
