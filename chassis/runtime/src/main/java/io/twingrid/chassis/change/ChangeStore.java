package io.twingrid.chassis.change;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.twingrid.chassis.change.Outcome.Changed;
import io.twingrid.chassis.change.Outcome.Refused;
import io.twingrid.chassis.change.Outcome.Unchanged;
import io.twingrid.chassis.change.Result.Kind;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Aggregates in one collection, one document each, with the facts of their last changes beside them.
 *
 * <p>A change is one compare-and-set on {@code _id} and {@code version} which writes the new state and its facts
 * together; the relay carries the facts to the topic afterwards. So the state and what is told of it never differ, on a
 * single mongod, a replica set and the embedded store alike. A fact that caused a change is noted in {@code applied},
 * hence its redelivery changes nothing.
 *
 * <p>Errors of every method: {@link com.mongodb.MongoException} if the store is away.
 *
 * @param <A> the aggregate, an immutable value
 * @param <F> its facts
 */
public final class ChangeStore<A, F> {
    /** With so many lost races in a row something is wrong that another try does not mend. */
    private static final int MOST_RACES = 100;

    private final MongoCollection<BsonDocument> documents;
    private final AggregateMapping<A, F> mapping;
    private final Outbox outbox;
    private final String service;
    private final Clock clock;
    private final Inserts inserts;

    ChangeStore(
            MongoCollection<BsonDocument> documents,
            AggregateMapping<A, F> mapping,
            Outbox outbox,
            String service,
            Clock clock) {
        this.documents = documents;
        this.mapping = mapping;
        this.outbox = outbox;
        this.service = service;
        this.clock = clock;
        this.inserts = new Inserts(documents);
    }

    /** The documents themselves, for queries and indexes. Changes go through this class alone. */
    public MongoCollection<BsonDocument> documents() {
        return documents;
    }

    /** The aggregate of a document that a query found. */
    public Versioned<A> read(BsonDocument document) {
        return new Versioned<>(mapping.fromDocument(document), version(document));
    }

    public Mono<Versioned<A>> find(String id) {
        return document(id).map(this::read);
    }

    /**
     * Adds an aggregate with its first facts. If there is one of that id already, nothing is changed.
     *
     * @param cause id of the fact that led to it, or null
     */
    public Mono<Result<A>> create(String id, @Nullable String cause, A aggregate, List<F> facts) {
        return Mono.deferContextual(context -> {
                    BsonDocument document = mapping.toDocument(aggregate);
                    document.append("_id", new BsonString(id));
                    DocumentChange.first(
                            document,
                            StoredFacts.of(mapping, service, id, 1, facts, Trace.of(context)),
                            cause,
                            clock.instant());
                    return inserts.add(document).doOnNext(isNew -> outbox.kickIf(isNew, document));
                })
                .flatMap(isNew -> isNew
                        ? Mono.just(new Result<>(aggregate, 1, Kind.CHANGED, null))
                        : find(id).map(there ->
                                new Result<>(there.aggregate(), there.version(), Kind.UNCHANGED, null)));
    }

    /**
     * Writes an aggregate as a replay of all facts has it, unless the store knows more: what has changed as often, or has
     * facts that are not on the topic yet, stays. Nothing is stated: what is to be said of it was said before.
     *
     * @param version how often it has changed
     * @param causes ids of the facts that led to it, in order; their redelivery changes nothing
     * @return whether it was written
     */
    public Mono<Boolean> restore(String id, long version, List<String> causes, A aggregate) {
        return Mono.defer(() -> {
            BsonDocument document = mapping.toDocument(aggregate);
            document.append("_id", new BsonString(id));
            DocumentChange.restored(document, version, causes);
            Bson knowsLess = and(eq("_id", id), lt("version", version), exists("outboxSince", false));
            return Mono.from(documents.replaceOne(knowsLess, document))
                    .filter(replaced -> replaced.getMatchedCount() == 1)
                    .map(replaced -> true)
                    .switchIfEmpty(Mono.defer(() -> inserts.add(document)));
        });
    }

    /** Asks for a change; against a racing one it reads again and asks again. Empty if there is no such aggregate. */
    public Mono<Result<A>> change(String id, Function<A, Outcome<A, F>> verb) {
        return attempt(new Attempt<>(id, null, null, verb), MOST_RACES);
    }

    /**
     * Asks for a change of just the version that the caller has seen.
     *
     * @return empty if there is no such aggregate; an error of {@link StaleVersionException} if it has another version
     */
    public Mono<Result<A>> change(String id, long expected, Function<A, Outcome<A, F>> verb) {
        return attempt(new Attempt<>(id, expected, null, verb), MOST_RACES);
    }

    /** Asks for the change that a fact calls for; once, however often the fact is delivered. */
    public Mono<Result<A>> changeOnce(String id, String cause, Function<A, Outcome<A, F>> verb) {
        return attempt(new Attempt<>(id, null, cause, verb), MOST_RACES);
    }

    /** The version that an aggregate had when it stated a fact; it stands in the fact's id. */
    public static long versionIn(String factId) {
        return StoredFacts.versionIn(factId);
    }

    /** What is to be done to which aggregate. */
    private record Attempt<A, F>(
            String id, @Nullable Long expected, @Nullable String cause, Function<A, Outcome<A, F>> verb) {}

    private Mono<Result<A>> attempt(Attempt<A, F> asked, int races) {
        String id = asked.id();
        Long expected = asked.expected();
        String cause = asked.cause();
        return document(id).flatMap(before -> {
            long version = version(before);
            A aggregate = mapping.fromDocument(before);
            if (cause != null && before.getArray("applied", new BsonArray()).contains(new BsonString(cause))) {
                return Mono.just(new Result<>(aggregate, version, Kind.UNCHANGED, null));
            }
            if (expected != null && expected != version) {
                return Mono.error(new StaleVersionException(expected, version));
            }
            return switch (asked.verb().apply(aggregate)) {
                case Changed<A, F> changed ->
                    write(asked, before, changed).flatMap(won -> {
                        if (won) {
                            outbox.kick(id);
                            return Mono.just(new Result<>(changed.after(), version + 1, Kind.CHANGED, null));
                        }
                        return races > 0
                                ? attempt(asked, races - 1)
                                : Mono.error(new IllegalStateException("lost " + MOST_RACES + " races for " + id));
                    });
                case Unchanged<A, F> same -> note(id, cause, new Result<>(aggregate, version, Kind.UNCHANGED, null));
                case Refused<A, F> refused ->
                    note(id, cause, new Result<>(aggregate, version, Kind.REFUSED, refused.reason()));
            };
        });
    }

    private Mono<Boolean> write(Attempt<A, F> asked, BsonDocument before, Changed<A, F> changed) {
        return Mono.deferContextual(context -> {
            long version = version(before);
            BsonArray entries =
                    StoredFacts.of(mapping, service, asked.id(), version + 1, changed.facts(), Trace.of(context));
            BsonDocument update = DocumentChange.between(
                    before, mapping.toDocument(changed.after()), version + 1, entries, asked.cause(), clock.instant());
            return Mono.from(documents.updateOne(and(eq("_id", asked.id()), eq("version", version)), update))
                    .map(written -> written.getModifiedCount() == 1);
        });
    }

    /** A fact that was answered "it is so already" or "no" must get the same answer when it comes again. */
    private Mono<Result<A>> note(String id, @Nullable String cause, Result<A> result) {
        return cause == null
                ? Mono.just(result)
                : Mono.from(documents.updateOne(eq("_id", id), DocumentChange.noted(cause)))
                        .thenReturn(result);
    }

    private Mono<BsonDocument> document(String id) {
        return Mono.from(documents.find(eq("_id", id)).first());
    }

    private static long version(BsonDocument document) {
        return document.getNumber("version").longValue();
    }
}
