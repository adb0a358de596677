package io.twingrid.points.store;

import io.twingrid.chassis.change.Documents;
import io.twingrid.points.domain.LedgerEntry;
import org.bson.BsonDocument;

/** Entries as they are written down. */
final class EntryMapping implements PointsMapping<LedgerEntry> {

    @Override
    public BsonDocument toDocument(LedgerEntry entry) {
        return Documents.write(EntryDocument.from(entry));
    }

    @Override
    public LedgerEntry fromDocument(BsonDocument document) {
        return Documents.read(document, EntryDocument.class).toEntry();
    }
}
