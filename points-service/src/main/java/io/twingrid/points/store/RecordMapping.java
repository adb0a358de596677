package io.twingrid.points.store;

import io.twingrid.chassis.change.Documents;
import org.bson.BsonDocument;

/** An aggregate that is a record of plain values, written down as it is: a component is a field of its name. */
record RecordMapping<A extends Record>(Class<A> type) implements PointsMapping<A> {

    @Override
    public BsonDocument toDocument(A aggregate) {
        return Documents.write(aggregate);
    }

    @Override
    public A fromDocument(BsonDocument document) {
        return Documents.read(document, type);
    }
}
