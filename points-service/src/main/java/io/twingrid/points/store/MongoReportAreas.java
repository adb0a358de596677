package io.twingrid.points.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.twingrid.points.domain.ReportAreas;
import org.bson.BsonDocument;
import reactor.core.publisher.Mono;

/** Communities of reports in MongoDB, found by the report's id. */
public final class MongoReportAreas implements ReportAreas {
    private final MongoCollection<BsonDocument> areas;

    /** Opens those of a database. */
    public MongoReportAreas(MongoDatabase database) {
        this.areas = database.getCollection("reportAreas", BsonDocument.class);
    }

    @Override
    public Mono<Void> put(String reportId, String community) {
        return Mono.from(areas.updateOne(
                        eq("_id", reportId), set("community", community), new UpdateOptions().upsert(true)))
                .then();
    }

    @Override
    public Mono<String> of(String reportId) {
        return Mono.from(areas.find(eq("_id", reportId)).first())
                .map(document -> document.getString("community").getValue());
    }
}
