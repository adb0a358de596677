package io.twingrid.chassis.testkit.things;

import io.twingrid.chassis.change.AggregateMapping;
import io.twingrid.chassis.change.Documents;
import java.time.Instant;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

final class BellMapping implements AggregateMapping<Bell, Bell.Rang> {
    /** A bell as it is stored. */
    public record BellDocument(
            @BsonId String id,
            List<Instant> times,
            int rung,
            @Nullable Instant next) {}

    @Override
    public BsonDocument toDocument(Bell bell) {
        return Documents.write(new BellDocument(bell.id(), bell.times(), bell.rung(), bell.next()));
    }

    @Override
    public Bell fromDocument(BsonDocument document) {
        BellDocument bell = Documents.read(document, BellDocument.class);
        return new Bell(bell.id(), bell.times(), bell.rung());
    }

    @Override
    public String type(Bell.Rang fact) {
        return "test.bell.rang.v1";
    }

    @Override
    public String subject(Bell.Rang fact) {
        return fact.bellId();
    }

    @Override
    public Instant at(Bell.Rang fact) {
        return fact.at();
    }
}
