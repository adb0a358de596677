package io.twingrid.points.store;

import io.twingrid.chassis.change.AggregateMapping;
import io.twingrid.chassis.change.Documents;
import io.twingrid.points.domain.PointsFact;
import java.time.Instant;
import org.bson.BsonDocument;

/** An aggregate that is a record of plain values, written down as it is: a component is a field of its name. */
record RecordMapping<A extends Record>(Class<A> type) implements AggregateMapping<A, PointsFact> {

    @Override
    public BsonDocument toDocument(A aggregate) {
        return Documents.write(aggregate);
    }

    @Override
    public A fromDocument(BsonDocument document) {
        return Documents.read(document, type);
    }

    @Override
    public String type(PointsFact fact) {
        return FactTypes.typeOf(fact);
    }

    @Override
    public String subject(PointsFact fact) {
        return fact.observerId();
    }

    @Override
    public Instant at(PointsFact fact) {
        return fact.at();
    }
}
