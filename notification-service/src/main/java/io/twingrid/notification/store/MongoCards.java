package io.twingrid.notification.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.twingrid.notification.domain.Card;
import io.twingrid.notification.domain.Cards;
import io.twingrid.notification.domain.Detail;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Cards in the collection {@code cards}, one document a report or care task; each thing known is a field of its own. */
public final class MongoCards implements Cards {
    private static final String KNOWN = "known";
    private static final String FOLLOWERS = "followers";

    private final MongoCollection<BsonDocument> documents;

    public MongoCards(MongoDatabase database) {
        this.documents = database.getCollection("cards", BsonDocument.class);
    }

    @Override
    public Mono<Map<String, Card>> find(Set<String> ids) {
        return ids.isEmpty()
                ? Mono.just(Map.of())
                : Flux.from(documents.find(in("_id", ids)))
                        .collectMap(document -> document.getString("_id").getValue(), MongoCards::card);
    }

    @Override
    public Mono<Void> save(Map<String, Card> news) {
        List<UpdateOneModel<BsonDocument>> writes = news.entrySet().stream()
                .filter(entry -> !entry.getValue().isBlank())
                .map(entry -> new UpdateOneModel<BsonDocument>(
                        eq("_id", entry.getKey()), combine(fields(entry.getValue())), new UpdateOptions().upsert(true)))
                .toList();
        return writes.isEmpty()
                ? Mono.empty()
                : Mono.from(documents.bulkWrite(writes, new BulkWriteOptions().ordered(false)))
                        .then();
    }

    /** What is not known has no field, so it overwrites nothing. */
    private static List<Bson> fields(Card card) {
        List<Bson> fields = new ArrayList<>();
        card.known().forEach((detail, value) -> fields.add(set(KNOWN + "." + detail.word(), value)));
        card.followers().forEach((report, person) -> fields.add(set(FOLLOWERS + "." + report, person)));
        return fields;
    }

    private static Card card(BsonDocument document) {
        Map<Detail, String> known = new EnumMap<>(Detail.class);
        strings(document, KNOWN).forEach((word, value) -> known.put(Detail.of(word), value));
        return new Card(known, strings(document, FOLLOWERS));
    }

    private static Map<String, String> strings(BsonDocument document, String field) {
        Map<String, String> strings = new HashMap<>();
        document.getDocument(field, new BsonDocument())
                .forEach((name, value) -> strings.put(name, value.asString().getValue()));
        return strings;
    }
}
