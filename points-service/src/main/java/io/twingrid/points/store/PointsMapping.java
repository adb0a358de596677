package io.twingrid.points.store;

import io.twingrid.chassis.change.AggregateMapping;
import io.twingrid.points.domain.PointsFact;
import java.time.Instant;

/** How facts are written down, whatever they are about: under the observer's id, their data are their components. */
interface PointsMapping<A> extends AggregateMapping<A, PointsFact> {

    @Override
    default String type(PointsFact fact) {
        return FactTypes.typeOf(fact);
    }

    @Override
    default String subject(PointsFact fact) {
        return fact.observerId();
    }

    @Override
    default Instant at(PointsFact fact) {
        return fact.at();
    }
}
