package io.twingrid.triage;

import io.twingrid.chassis.change.ChangeStore;
import io.twingrid.chassis.edge.Retelling;
import io.twingrid.chassis.fact.Fact;
import io.twingrid.triage.domain.CaseFact;
import io.twingrid.triage.domain.CommunityCase;
import io.twingrid.triage.domain.TownRules;
import io.twingrid.triage.events.Retold;
import reactor.core.publisher.Mono;

/**
 * How the cases come out of the topic when their store was lost. Reports that nobody had put on a desk yet are put there as
 * they would have been.
 */
record CaseRetelling(ChangeStore<CommunityCase, CaseFact> cases, CommunityDesk desk, TownRules rules)
        implements Retelling<Retold> {
    @Override
    public Mono<Void> begin() {
        return Mono.empty();
    }

    @Override
    public Retold nothing() {
        return new Retold(rules);
    }

    @Override
    public void hear(Retold told, Fact fact) {
        told.hear(fact);
    }

    @Override
    public Mono<?> write(String id, Retold told) {
        CommunityCase theCase = told.theCase();
        if (theCase != null) {
            return cases.restore(id, told.version(), told.causes(), theCase);
        }
        return told.report() == null ? Mono.empty() : desk.open(told.causes().getFirst(), id, told.report());
    }
}
