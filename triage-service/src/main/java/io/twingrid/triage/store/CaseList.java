package io.twingrid.triage.store;

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
import io.twingrid.chassis.change.Versioned;
import io.twingrid.triage.domain.CaseFact;
import io.twingrid.triage.domain.CasePosition;
import io.twingrid.triage.domain.CaseQuery;
import io.twingrid.triage.domain.CommunityCase;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Questions for many cases at once; each is served by one of four indexes, in the order of the answer. */
public final class CaseList {
    private static final Bson NEWEST_FIRST = descending(CaseDocument.SUBMITTED_AT, CaseDocument.ID);

    private final ChangeStore<CommunityCase, CaseFact> cases;

    public CaseList(ChangeStore<CommunityCase, CaseFact> cases) {
        this.cases = cases;
    }

    /** Creates the indexes that are not there yet. */
    public Mono<Void> createIndexes() {
        return Flux.just(
                        compoundIndex(ascending(CaseDocument.AREAS), NEWEST_FIRST),
                        compoundIndex(ascending(CaseDocument.AREAS, CaseDocument.STATE), NEWEST_FIRST),
                        compoundIndex(ascending(CaseDocument.STATE), NEWEST_FIRST),
                        NEWEST_FIRST)
                .concatMap(keys -> cases.documents().createIndex(keys))
                .then();
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
        if (query.areas() != null) {
            all.add(in(CaseDocument.AREAS, query.areas()));
        }
        if (query.state() != null) {
            all.add(eq(CaseDocument.STATE, query.state().name()));
        }
        if (query.after() != null) {
            all.add(behind(query.after()));
        }
        return all.isEmpty() ? empty() : and(all);
    }

    /** The first condition lets the index begin at the place; the second leaves out what the page before had. */
    private static Bson behind(CasePosition last) {
        return and(
                lte(CaseDocument.SUBMITTED_AT, last.submittedAt()),
                or(lt(CaseDocument.SUBMITTED_AT, last.submittedAt()), lt(CaseDocument.ID, last.id())));
    }
}
