package io.twingrid.chassis.testkit.things;

import io.twingrid.chassis.change.AggregateMapping;
import io.twingrid.chassis.change.Documents;
import java.time.Instant;
import org.bson.BsonDocument;
import org.bson.codecs.pojo.annotations.BsonId;

final class ThingMapping implements AggregateMapping<Thing, Thing.Grown> {
    /** A thing as it is stored. */
    public record ThingDocument(@BsonId String id, int count) {}

    @Override
    public BsonDocument toDocument(Thing thing) {
        return Documents.write(new ThingDocument(thing.id(), thing.count()));
    }

    @Override
    public Thing fromDocument(BsonDocument document) {
        ThingDocument thing = Documents.read(document, ThingDocument.class);
        return new Thing(thing.id(), thing.count());
    }

    @Override
    public String type(Thing.Grown fact) {
        return "test.thing.grown.v1";
    }

    @Override
    public String subject(Thing.Grown fact) {
        return fact.thingId();
    }

    @Override
    public Instant at(Thing.Grown fact) {
        return fact.at();
    }
}
