package io.twingrid.escalation.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.twingrid.chassis.change.StorePreparation;
import java.time.Instant;
import java.util.Date;
import org.bson.BsonDocument;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Forwards by when something is to be done with them, and by the case that they are about. */
public final class ForwardList implements StorePreparation.Prepared {
    private static final String REPORT = "reportId";
    private static final String NEXT_TRY = "nextTry";
    private static final String CREATED_AT = "createdAt";

    private final MongoCollection<BsonDocument> documents;

    public ForwardList(MongoCollection<BsonDocument> documents) {
        this.documents = documents;
    }

    /** Those with which something is to be done by now, the longest awaited first. */
    public Flux<BsonDocument> due(Instant now, int most) {
        return Flux.from(documents
                .find(lte(NEXT_TRY, Date.from(now)))
                .sort(ascending(NEXT_TRY))
                .limit(most));
    }

    /** All that were made for a case, in the order in which they were made. */
    public Flux<BsonDocument> of(String reportId) {
        return Flux.from(documents.find(eq(REPORT, reportId)).sort(ascending(CREATED_AT)));
    }

    @Override
    public Mono<Void> prepare() {
        return Mono.from(documents.createIndex(ascending(NEXT_TRY), new IndexOptions().sparse(true)))
                .then(Mono.from(documents.createIndex(ascending(REPORT, CREATED_AT))))
                .then();
    }
}
