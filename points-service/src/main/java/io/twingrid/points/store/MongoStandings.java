package io.twingrid.points.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.not;
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
import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.twingrid.chassis.change.StorePreparation;
import io.twingrid.points.domain.standing.Standings;
import java.util.Base64;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** The boards in MongoDB. A row remembers the last entry of each account that it counted, so that none counts twice. */
public final class MongoStandings implements Standings, StorePreparation.Prepared {
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final BulkWriteOptions SIDE_BY_SIDE = new BulkWriteOptions().ordered(false);

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
    // and a second try tells the two apart.
    @Override
    public Mono<Void> add(String observer, long seq, List<Increment> increments) {
        if (increments.isEmpty()) {
            return Mono.empty();
        }
        List<UpdateOneModel<BsonDocument>> updates = increments.stream()
                .map(increment -> update(observer, seq, increment))
                .toList();
        return Mono.from(rows.bulkWrite(updates, SIDE_BY_SIDE))
                .retryWhen(Retry.max(1).filter(MongoStandings::isDuplicate))
                .onErrorResume(Exceptions::isRetryExhausted, e -> Mono.empty())
                .then();
    }

    private static UpdateOneModel<BsonDocument> update(String observer, long seq, Increment increment) {
        // An account's name may hold what a field's name must not.
        String through = "through." + Base64.getUrlEncoder().withoutPadding().encodeToString(observer.getBytes(UTF_8));
        return new UpdateOneModel<>(
                and(eq("_id", increment.board() + "|" + increment.name()), not(gte(through, seq))),
                combine(
                        inc("points", increment.points()),
                        set(through, seq),
                        setOnInsert("board", increment.board()),
                        setOnInsert("name", increment.name())),
                UPSERT);
    }

    @Override
    public Flux<Row> rows(String board, @Nullable Row after, int most) {
        Bson all = eq("board", board);
        Bson page = after == null
                ? all
                : and(
                        all,
                        or(lt("points", after.points()), and(eq("points", after.points()), gt("name", after.name()))));
        return Flux.from(rows.find(page)
                        .sort(orderBy(descending("points"), ascending("name")))
                        .limit(most))
                .map(document -> new Row(
                        document.getString("name").getValue(),
                        document.getNumber("points").longValue()));
    }

    @Override
    public Mono<Void> prepare() {
        return Mono.from(rows.createIndex(compoundIndex(ascending("board"), descending("points"), ascending("name"))))
                .then();
    }

    private static boolean isDuplicate(Throwable e) {
        return switch (e) {
            case MongoWriteException one -> one.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
            case MongoBulkWriteException many ->
                many.getWriteErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
            default -> false;
        };
    }
}
