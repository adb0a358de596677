package io.twingrid.chassis.change;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.twingrid.chassis.fact.Absence;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import reactor.core.publisher.Mono;

/** New documents of one collection: those that come at once go in one write, and each has its own answer. */
final class Inserts {
    private static final int LARGEST_BATCH = 500;

    private final MongoCollection<BsonDocument> documents;
    private final Batcher<BsonDocument, Mono<Boolean>> batches;

    Inserts(MongoCollection<BsonDocument> documents) {
        this.documents = documents;
        this.batches = new Batcher<>(this::addAll, LARGEST_BATCH);
    }

    /** Adds a document; answers false if there is one of its id already. */
    Mono<Boolean> add(BsonDocument document) {
        return batches.ask(document).flatMap(isNew -> isNew);
    }

    private Mono<List<Mono<Boolean>>> addAll(List<BsonDocument> all) {
        return all.size() == 1
                ? alone(all.getFirst()).map(isNew -> List.of(Mono.just(isNew)))
                : Mono.from(documents.insertMany(all, new InsertManyOptions().ordered(false)))
                        .map(inserted -> Collections.nCopies(all.size(), Mono.just(true)))
                        .onErrorResume(e -> !Absence.isBehind(e), e -> Mono.just(eachByItself(all, e)));
    }

    /** What was refused is asked for alone, to say by itself why; all of them if it is not known which. */
    private List<Mono<Boolean>> eachByItself(List<BsonDocument> all, Throwable e) {
        Set<Integer> refused = e instanceof MongoBulkWriteException bulk
                ? bulk.getWriteErrors().stream().map(BulkWriteError::getIndex).collect(Collectors.toSet())
                : Set.of();
        return IntStream.range(0, all.size())
                .mapToObj(i -> refused.isEmpty() || refused.contains(i) ? alone(all.get(i)) : Mono.just(true))
                .toList();
    }

    private Mono<Boolean> alone(BsonDocument document) {
        return Mono.from(documents.insertOne(document))
                .map(inserted -> true)
                .onErrorResume(Inserts::isDuplicate, e -> Mono.just(false));
    }

    private static boolean isDuplicate(Throwable e) {
        return e instanceof MongoWriteException write && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}
