package io.twingrid.notification.store;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.twingrid.chassis.change.StorePreparation;
import io.twingrid.notification.domain.Draft;
import io.twingrid.notification.domain.FirstDrafts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * First drafts in the collection {@code first-drafts}, one document a fact, as long as its notices are kept. A poll is one
 * insert; only if some of its facts came before are theirs read.
 */
public final class MongoFirstDrafts implements FirstDrafts, StorePreparation.Prepared {
    private final MongoCollection<DraftsDocument> documents;
    private final Duration kept;
    private final Clock clock;

    /**
     * Opens the collection.
     *
     * @param kept how long a fact's drafts are kept
     */
    public MongoFirstDrafts(MongoDatabase database, Duration kept, Clock clock) {
        this.documents = database.getCollection("first-drafts", DraftsDocument.class);
        this.kept = kept;
        this.clock = clock;
    }

    @Override
    public Mono<Void> prepare() {
        return Mono.from(documents.createIndex(
                        ascending("goneAt"), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS)))
                .then();
    }

    @Override
    public Mono<List<Draft>> keep(Map<String, List<Draft>> drafts) {
        if (drafts.isEmpty()) {
            return Mono.just(List.of());
        }
        Instant goneAt = clock.instant().plus(kept);
        List<DraftsDocument> all = drafts.entrySet().stream()
                .map(entry -> DraftsDocument.from(entry.getKey(), entry.getValue(), goneAt))
                .toList();
        return Mono.from(documents.insertMany(all, new InsertManyOptions().ordered(false)))
                .thenReturn(Map.<String, List<Draft>>of())
                .onErrorResume(MongoBulkWriteException.class, e -> first(all, e))
                .map(first -> all.stream()
                        .flatMap(document -> {
                            List<Draft> before = first.get(document.id());
                            return before == null ? document.toDrafts().stream() : before.stream();
                        })
                        .toList());
    }

    /** Those of facts that came before. */
    private Mono<Map<String, List<Draft>>> first(List<DraftsDocument> all, MongoBulkWriteException e) {
        boolean onlyRepeats = e.getWriteConcernError() == null
                && e.getWriteErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
        if (!onlyRepeats) {
            return Mono.error(e);
        }
        List<String> repeated = e.getWriteErrors().stream()
                .map(error -> all.get(error.getIndex()).id())
                .toList();
        return Flux.from(documents.find(in("_id", repeated)))
                .collect(HashMap::new, (first, document) -> first.put(document.id(), document.toDrafts()));
    }
}
