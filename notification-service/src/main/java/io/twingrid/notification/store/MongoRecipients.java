package io.twingrid.notification.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.twingrid.chassis.change.Documents;
import io.twingrid.chassis.change.StorePreparation;
import io.twingrid.notification.domain.Audience;
import io.twingrid.notification.domain.Preferences;
import io.twingrid.notification.domain.Recipient;
import io.twingrid.notification.domain.Recipients;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Recipients in the collection {@code recipients}, one document a person; an index over the elements of {@code audiences}. */
public final class MongoRecipients implements Recipients, StorePreparation.Prepared {
    private final MongoCollection<RecipientDocument> documents;
    private final Duration trusted;
    private final Clock clock;

    /**
     * Opens the collection.
     *
     * @param trusted how long it counts whom a token made its bearer part of, after it was seen last
     */
    public MongoRecipients(MongoDatabase database, Duration trusted, Clock clock) {
        this.documents = database.getCollection("recipients", RecipientDocument.class);
        this.trusted = trusted;
        this.clock = clock;
    }

    @Override
    public Mono<Void> prepare() {
        return Mono.from(documents.createIndex(ascending("audiences"))).then();
    }

    @Override
    public Flux<Recipient> among(Set<Audience> audiences) {
        return Flux.from(documents.find(and(
                        in("audiences", RecipientDocument.ids(audiences)),
                        gt("seenAt", clock.instant().minus(trusted)))))
                .map(RecipientDocument::toRecipient);
    }

    @Override
    public Mono<Preferences> preferencesOf(String person) {
        return Mono.from(documents.find(eq("_id", person)).first())
                .map(RecipientDocument::preferences)
                .defaultIfEmpty(Preferences.USUAL);
    }

    @Override
    public Mono<Void> save(String person, Set<Audience> audiences, Preferences preferences) {
        Bson wanted = set("wanted", Documents.write(RecipientDocument.Wanted.from(preferences)));
        return update(person, combine(is(audiences), wanted), true);
    }

    @Override
    public Mono<Void> enrol(String person, Set<Audience> audiences) {
        return update(person, is(audiences), true);
    }

    @Override
    public Mono<Void> seen(String person, Set<Audience> audiences) {
        return update(person, is(audiences), false);
    }

    private Bson is(Set<Audience> audiences) {
        return combine(set("audiences", RecipientDocument.ids(audiences)), set("seenAt", clock.instant()));
    }

    private Mono<Void> update(String person, Bson update, boolean upsert) {
        return Mono.from(documents.updateOne(eq("_id", person), update, new UpdateOptions().upsert(upsert)))
                .then();
    }
}
