package io.twingrid.escalation;

import io.twingrid.chassis.change.AggregateMapping;
import io.twingrid.chassis.change.Documents;
import io.twingrid.escalation.domain.forward.Forward;
import io.twingrid.escalation.domain.forward.Forwarded;
import java.time.Instant;
import org.bson.BsonDocument;

/** How a forward is kept, as it is, and how its one fact is told: among the facts of its report. */
final class ForwardMapping implements AggregateMapping<Forward, Forwarded> {
    @Override
    public BsonDocument toDocument(Forward forward) {
        return Documents.write(forward);
    }

    @Override
    public Forward fromDocument(BsonDocument document) {
        return Documents.read(document, Forward.class);
    }

    @Override
    public String type(Forwarded fact) {
        return "io.twingrid.report.forwarded.v1";
    }

    @Override
    public String subject(Forwarded fact) {
        return fact.reportId();
    }

    @Override
    public Instant at(Forwarded fact) {
        return fact.at();
    }
}
