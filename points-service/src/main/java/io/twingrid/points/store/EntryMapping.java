package io.twingrid.points.store;

import io.twingrid.chassis.change.AggregateMapping;
import io.twingrid.chassis.change.Documents;
import io.twingrid.points.domain.LedgerEntry;
import io.twingrid.points.domain.PointsFact;
import java.time.Instant;
import org.bson.BsonDocument;

/** Entries and their facts as they are written down; a fact's data are its components. */
final class EntryMapping implements AggregateMapping<LedgerEntry, PointsFact> {

    @Override
    public BsonDocument toDocument(LedgerEntry entry) {
        return Documents.write(EntryDocument.from(entry));
    }

    @Override
    public LedgerEntry fromDocument(BsonDocument document) {
        return Documents.read(document, EntryDocument.class).toEntry();
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
