package io.twingrid.points.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Sorts.orderBy;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.twingrid.chassis.change.StorePreparation;
import io.twingrid.points.domain.standing.Standings;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** The boards in MongoDB. A row remembers the last entry that it counted, so that none counts twice. */
public final class MongoStandings implements Standings, StorePreparation.Prepared {
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<BsonDocument> rows;
    private final MongoCollection<BsonDocument> progress;

    /** Opens those of a database. */
    public MongoStandings(MongoDatabase database) {
        this.rows = database.getCollection("standings", BsonDocument.class);
        this.progress = database.getCollection("standingsProgress", BsonDocument.class);
    }

    @Override
    public Mono<Long> countedUpTo(String observer) {
        return Mono.from(progress.find(eq("_id", observer)).first())
                .map(document -> document.getNumber("seq").longValue())
                .defaultIfEmpty(0L);
    }

    @Override
    public Mono<Void> counted(String observer, long seq) {
        return Mono.from(progress.updateOne(eq("_id", observer), max("seq", seq), UPSERT))
                .retryWhen(Retry.max(1).filter(MongoStandings::isDuplicate))
                .then();
    }

    // A row that has counted the entry does not match, so the upsert tries to insert a second row of its id and is
    // refused:
    // that is how it is told that nothing is to be done. A racing first insert looks the same; the row is there then,
    // and a
    // second try tells the two apart.
    @Override
    public Mono<Void> add(String board, String observer, long points, long seq) {
        String id = board + "|" + observer;
        Bson update = combine(
                inc("points", points),
                set("through", seq),
                setOnInsert("board", board),
                setOnInsert("observer", observer));
        return Mono.from(rows.updateOne(and(eq("_id", id), lt("through", seq)), update, UPSERT))
                .retryWhen(Retry.max(1).filter(MongoStandings::isDuplicate))
                .onErrorResume(Exceptions::isRetryExhausted, e -> Mono.empty())
                .then();
    }

    @Override
    public Flux<Row> rows(String board, @Nullable Row after, int most) {
        Bson all = eq("board", board);
        Bson page = after == null
                ? all
                : and(
                        all,
                        or(
                                lt("points", after.points()),
                                and(eq("points", after.points()), gt("observer", after.observer()))));
        return Flux.from(rows.find(page)
                        .sort(orderBy(descending("points"), ascending("observer")))
                        .limit(most))
                .map(document -> new Row(
                        document.getString("observer").getValue(),
                        document.getNumber("points").longValue()));
    }

    @Override
    public Mono<Void> prepare() {
        return Mono.from(rows.createIndex(
                        compoundIndex(ascending("board"), descending("points"), ascending("observer"))))
                .then();
    }

    private static boolean isDuplicate(Throwable e) {
        return e instanceof MongoWriteException write && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}
