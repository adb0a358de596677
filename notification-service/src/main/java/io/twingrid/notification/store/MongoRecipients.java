package io.twingrid.notification.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.twingrid.chassis.change.Documents;
import io.twingrid.chassis.change.StorePreparation;
import io.twingrid.notification.domain.Audience;
import io.twingrid.notification.domain.Patrol;
import io.twingrid.notification.domain.Patrols;
import io.twingrid.notification.domain.Preferences;
import io.twingrid.notification.domain.Recipient;
import io.twingrid.notification.domain.Recipients;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * People in the collection {@code recipients}, one document each: what a token said of them, where they ride, how they want
 * to be told. The indexes are over the elements of {@code audiences} and {@code patrol}.
 */
public final class MongoRecipients implements Recipients, Patrols, StorePreparation.Prepared {
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

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
        return Flux.from(documents.createIndexes(
                        List.of(new IndexModel(ascending("audiences")), new IndexModel(ascending("patrol")))))
                .then();
    }

    @Override
    public Flux<Recipient> among(Set<Audience> audiences) {
        List<String> ids = RecipientDocument.ids(audiences);
        Instant trustedSince = clock.instant().minus(trusted);
        return Flux.from(documents.find(and(or(in("audiences", ids), in("patrol", ids)), eq("reachable", true))))
                .map(document -> document.toRecipient(trustedSince))
                .filter(recipient -> !Collections.disjoint(recipient.audiences(), audiences));
    }

    @Override
    public Mono<Preferences> preferencesOf(String person) {
        return find(person).map(RecipientDocument::preferences).defaultIfEmpty(Preferences.USUAL);
    }

    @Override
    public Mono<Void> save(String person, Set<Audience> audiences, Preferences preferences) {
        Bson wanted = set("wanted", Documents.write(RecipientDocument.Wanted.from(preferences)));
        return Mono.from(documents.updateOne(eq("_id", person), combine(reached(audiences), wanted), UPSERT))
                .then();
    }

    @Override
    public Mono<Void> enrol(String person, Set<Audience> audiences) {
        return Mono.from(documents.updateOne(eq("_id", person), reached(audiences), UPSERT))
                .then();
    }

    @Override
    public Mono<Void> seen(String person, Set<Audience> audiences) {
        return Mono.from(documents.updateOne(and(eq("_id", person), eq("reachable", true)), is(audiences)))
                .then();
    }

    @Override
    public Mono<Void> save(List<Patrol> patrols) {
        if (patrols.isEmpty()) {
            return Mono.empty();
        }
        return Mono.from(documents.bulkWrite(
                        patrols.stream().flatMap(MongoRecipients::writes).toList()))
                .then();
    }

    @Override
    public Mono<Set<Audience>> audiencesOf(String observer) {
        return find(observer).map(RecipientDocument::patrolled).defaultIfEmpty(Set.of());
    }

    /** First so that he is there, then so that he rides where the latest says. */
    private static Stream<UpdateOneModel<RecipientDocument>> writes(Patrol patrol) {
        return Stream.of(
                new UpdateOneModel<>(eq("_id", patrol.observer()), setOnInsert("patrolAt", Instant.EPOCH), UPSERT),
                new UpdateOneModel<>(
                        and(eq("_id", patrol.observer()), or(lt("patrolAt", patrol.at()), eq("patrolAt", null))),
                        combine(
                                set(
                                        "patrol",
                                        RecipientDocument.ids(patrol.grids().stream()
                                                .map(Audience::observersOf)
                                                .toList())),
                                set("patrolAt", patrol.at()))));
    }

    private Bson reached(Set<Audience> audiences) {
        return combine(is(audiences), set("reachable", true));
    }

    private Bson is(Set<Audience> audiences) {
        List<Audience> byToken =
                audiences.stream().filter(audience -> !audience.isByPatrol()).toList();
        return combine(set("audiences", RecipientDocument.ids(byToken)), set("seenAt", clock.instant()));
    }

    private Mono<RecipientDocument> find(String person) {
        return Mono.from(documents.find(eq("_id", person)).first());
    }
}
