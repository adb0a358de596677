package io.twingrid.triage.store;

import static com.mongodb.client.model.Filters.all;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Projections.exclude;

import io.twingrid.chassis.change.ChangeStore;
import io.twingrid.chassis.change.StorePreparation.Prepared;
import io.twingrid.chassis.change.Versioned;
import io.twingrid.triage.domain.CaseFact;
import io.twingrid.triage.domain.CasePosition;
import io.twingrid.triage.domain.CaseQuery;
import io.twingrid.triage.domain.CommunityCase;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Questions for many cases at once, each served by an index in the order of the answer. A question of several conditions
 * enters the index of one of them; a state that is open, a light or a person leaves few for the others to be tried on.
 */
public final class CaseList implements Prepared {
    private static final Bson NEWEST_FIRST = descending(CaseDocument.SUBMITTED_AT, CaseDocument.ID);

    private final ChangeStore<CommunityCase, CaseFact> cases;

    public CaseList(ChangeStore<CommunityCase, CaseFact> cases) {
        this.cases = cases;
    }

    @Override
    public Mono<Void> prepare() {
        return Flux.just(
                        NEWEST_FIRST,
                        index(CaseDocument.AREAS),
                        index(CaseDocument.STATE),
                        index(CaseDocument.AREAS, CaseDocument.STATE),
                        index(CaseDocument.AREAS, CaseDocument.LIGHT),
                        index(CaseDocument.AREAS, CaseDocument.CATEGORY),
                        index(CaseDocument.HANDLER),
                        index(CaseDocument.WORDS))
                .concatMap(keys -> cases.documents().createIndex(keys))
                .then();
    }

    private static Bson index(String... fields) {
        return compoundIndex(ascending(fields), NEWEST_FIRST);
    }

    /** The cases of these ids, as far as there are any, in no order. */
    public Mono<List<Versioned<CommunityCase>>> ofIds(List<String> ids) {
        return Flux.from(cases.documents().find(in(CaseDocument.ID, ids)).projection(exclude("outbox", "applied")))
                .map(cases::read)
                .collectList();
    }

    /** The cases that a query asks for, newest report first. */
    public Mono<List<Versioned<CommunityCase>>> find(CaseQuery query) {
        return Flux.from(cases.documents()
                        .find(filterOf(query))
                        .projection(exclude("outbox", "applied"))
                        .sort(NEWEST_FIRST)
                        .limit(query.most()))
                .map(cases::read)
                .collectList();
    }

    private static Bson filterOf(CaseQuery query) {
        List<Bson> all = new ArrayList<>();
        addIf(query.areas(), areas -> in(CaseDocument.AREAS, areas), all);
        addIf(query.state(), state -> eq(CaseDocument.STATE, state.name()), all);
        addIf(query.light(), light -> eq(CaseDocument.LIGHT, light.name()), all);
        addIf(query.handler(), handler -> eq(CaseDocument.HANDLER, handler), all);
        addIf(query.category(), category -> eq(CaseDocument.CATEGORY, category), all);
        addIf(query.text(), text -> all(CaseDocument.WORDS, SearchWords.of(text)), all);
        addIf(query.submittedBefore(), before -> lt(CaseDocument.SUBMITTED_AT, Date.from(before)), all);
        addIf(query.after(), CaseList::behind, all);
        return all.isEmpty() ? empty() : and(all);
    }

    private static <T> void addIf(@Nullable T value, Function<T, Bson> condition, List<Bson> all) {
        if (value != null) {
            all.add(condition.apply(value));
        }
    }

    /** The first condition lets the index begin at the place; the second leaves out what the page before had. */
    private static Bson behind(CasePosition last) {
        return and(
                lte(CaseDocument.SUBMITTED_AT, last.submittedAt()),
                or(lt(CaseDocument.SUBMITTED_AT, last.submittedAt()), lt(CaseDocument.ID, last.id())));
    }
}
