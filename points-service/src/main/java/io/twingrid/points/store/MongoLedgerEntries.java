package io.twingrid.points.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.twingrid.chassis.change.ChangeStore;
import io.twingrid.chassis.change.OutboxRelay;
import io.twingrid.chassis.change.Result.Kind;
import io.twingrid.chassis.change.Versioned;
import io.twingrid.points.domain.Account;
import io.twingrid.points.domain.Cause;
import io.twingrid.points.domain.LedgerEntries;
import io.twingrid.points.domain.LedgerEntry;
import io.twingrid.points.domain.PointsFact;
import java.time.Duration;
import java.util.List;
import org.bson.BsonDocument;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * All accounts' entries in one collection, one document each. {@code _id} is account and cause, and a unique index holds
 * account and seq: the two rules of {@link LedgerEntries}, kept by the store itself in the one insert that also puts the
 * entry's facts into its outbox.
 */
public final class MongoLedgerEntries implements LedgerEntries {
    private static final Duration FOREVER = Duration.ofMillis(Long.MAX_VALUE);

    private final ChangeStore<LedgerEntry, PointsFact> entries;
    private final Mono<Boolean> indexes;

    private MongoLedgerEntries(ChangeStore<LedgerEntry, PointsFact> entries) {
        this.entries = entries;
        this.indexes = createIndexes().cache(created -> FOREVER, e -> Duration.ZERO, () -> FOREVER);
    }

    /** Opens the accounts in one collection of a database; what is told of their entries goes to {@code topic}. */
    public static LedgerEntries open(OutboxRelay relay, MongoDatabase database, String collection, String topic) {
        return new MongoLedgerEntries(relay.store(database, collection, topic, new EntryMapping()));
    }

    @Override
    public Mono<Account> account(String observer) {
        return before(observer, Long.MAX_VALUE, 1).next().map(Account::after).defaultIfEmpty(Account.empty(observer));
    }

    // Until the indexes are there a seq could be taken twice, so nothing is added before. They are asked for once.
    @Override
    public Mono<Appended> append(LedgerEntry entry, List<PointsFact> facts) {
        String id = EntryDocument.idOf(entry.observer(), entry.cause());
        return indexes.then(entries.create(id, null, entry, facts))
                .map(result -> result.kind() == Kind.CHANGED ? Appended.ADDED : Appended.THERE_ALREADY)
                // Refused by the store, but not for its id: the seq is taken.
                .defaultIfEmpty(Appended.SEQ_TAKEN);
    }

    @Override
    public Mono<LedgerEntry> of(String observer, Cause cause) {
        return entries.find(EntryDocument.idOf(observer, cause)).map(Versioned::aggregate);
    }

    @Override
    public Mono<LedgerEntry> ofCause(Cause cause) {
        return Mono.from(entries.documents().find(eq("cause", cause.text())).first())
                .map(this::entry);
    }

    @Override
    public Flux<LedgerEntry> before(String observer, long before, int most) {
        return Flux.from(entries.documents()
                        .find(and(eq("observer", observer), lt("seq", before)))
                        .sort(descending("seq"))
                        .limit(most))
                .map(this::entry);
    }

    @Override
    public Flux<LedgerEntry> after(String observer, long after) {
        return Flux.from(entries.documents()
                        .find(and(eq("observer", observer), gt("seq", after)))
                        .sort(ascending("seq")))
                .map(this::entry);
    }

    @Override
    public Flux<LedgerEntry> ofMonth(String observer, String month) {
        return Flux.from(entries.documents().find(and(eq("observer", observer), eq("month", month))))
                .map(this::entry);
    }

    @Override
    public Flux<LedgerEntry> ofReward(String observer, String rewardId) {
        return Flux.from(entries.documents().find(and(eq("observer", observer), eq("rewardId", rewardId))))
                .map(this::entry);
    }

    /** From one account's name to the next along the index, so that it costs as many steps as there are accounts. */
    @Override
    public Flux<String> observers() {
        return nextAccount("").expand(this::nextAccount);
    }

    private Mono<String> nextAccount(String after) {
        return Mono.from(entries.documents()
                        .find(gt("observer", after))
                        .projection(include("observer"))
                        .sort(ascending("observer", "seq"))
                        .limit(1))
                .map(document -> document.getString("observer").getValue());
    }

    private LedgerEntry entry(BsonDocument document) {
        return entries.read(document).aggregate();
    }

    private Mono<Boolean> createIndexes() {
        var documents = entries.documents();
        return Mono.from(documents.createIndex(ascending("observer", "seq"), new IndexOptions().unique(true)))
                .then(Mono.from(documents.createIndex(ascending("cause"))))
                .then(Mono.from(documents.createIndex(ascending("observer", "month"))))
                .then(Mono.from(documents.createIndex(ascending("observer", "rewardId"))))
                .thenReturn(true);
    }
}
