package io.twingrid.notification.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.twingrid.chassis.change.Documents;
import io.twingrid.notification.domain.ReportCard;
import io.twingrid.notification.domain.ReportCards;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Cards in the collection {@code cards}, one document a report. */
public final class MongoReportCards implements ReportCards {
    private final MongoCollection<BsonDocument> documents;

    public MongoReportCards(MongoDatabase database) {
        this.documents = database.getCollection("cards", BsonDocument.class);
    }

    @Override
    public Mono<Map<String, ReportCard>> find(Set<String> reportIds) {
        return reportIds.isEmpty()
                ? Mono.just(Map.of())
                : Flux.from(documents.find(in("_id", reportIds)))
                        .collectMap(
                                document -> document.getString("_id").getValue(),
                                document -> Documents.read(document, ReportCard.class));
    }

    @Override
    public Mono<Void> save(Map<String, ReportCard> news) {
        UpdateOptions upsert = new UpdateOptions().upsert(true);
        List<UpdateOneModel<BsonDocument>> writes = news.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(ReportCard.BLANK))
                .map(entry -> new UpdateOneModel<BsonDocument>(
                        eq("_id", entry.getKey()),
                        // A component that is not known has no field, so it overwrites nothing.
                        new BsonDocument("$set", Documents.write(entry.getValue())),
                        upsert))
                .toList();
        return writes.isEmpty()
                ? Mono.empty()
                : Mono.from(documents.bulkWrite(writes)).then();
    }
}
