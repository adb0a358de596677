package io.twingrid.escalation;

import io.twingrid.chassis.change.ChangeStore;
import io.twingrid.chassis.edge.Retelling;
import io.twingrid.chassis.fact.Fact;
import io.twingrid.escalation.domain.Deadlines;
import io.twingrid.escalation.domain.StreetCase;
import io.twingrid.escalation.domain.StreetFact;
import io.twingrid.escalation.events.Retold;
import io.twingrid.escalation.store.ForwardList;
import reactor.core.publisher.Mono;

/** How the cases, their forwards and the figures come out of the topic when their store was lost. */
record StreetRetelling(
        ChangeStore<StreetCase, StreetFact> cases,
        StreetFigures figures,
        Forwards forwards,
        ForwardList forwardList,
        Deadlines deadlines)
        implements Retelling<Retold> {
    @Override
    public Mono<Void> begin() {
        return figures.forget().then(forwardList.prepare());
    }

    @Override
    public Retold nothing() {
        return new Retold(deadlines, figures, forwards);
    }

    @Override
    public void hear(Retold told, Fact fact) {
        told.hear(fact);
    }

    @Override
    public Mono<?> write(String id, Retold told) {
        StreetCase theCase = told.theCase();
        return theCase == null
                ? Mono.empty()
                : cases.restore(id, told.version(), told.causes(), theCase).then(told.besides());
    }
}
