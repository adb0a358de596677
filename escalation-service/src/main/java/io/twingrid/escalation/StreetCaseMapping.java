package io.twingrid.escalation;

import io.twingrid.chassis.change.AggregateMapping;
import io.twingrid.escalation.domain.StreetCase;
import io.twingrid.escalation.domain.StreetFact;
import io.twingrid.escalation.events.StreetFactFormat;
import io.twingrid.escalation.store.StreetCaseDocument;
import java.time.Instant;
import org.bson.BsonDocument;

/** How a street case is kept, and how its facts are told. */
final class StreetCaseMapping implements AggregateMapping<StreetCase, StreetFact> {
    @Override
    public BsonDocument toDocument(StreetCase theCase) {
        return StreetCaseDocument.write(theCase);
    }

    @Override
    public StreetCase fromDocument(BsonDocument document) {
        return StreetCaseDocument.read(document);
    }

    @Override
    public String type(StreetFact fact) {
        return StreetFactFormat.type(fact);
    }

    @Override
    public String subject(StreetFact fact) {
        return fact.reportId();
    }

    @Override
    public Instant at(StreetFact fact) {
        return fact.at();
    }

    @Override
    public Object data(StreetFact fact) {
        return StreetFactFormat.data(fact);
    }
}
