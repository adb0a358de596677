package io.twingrid.chassis.embedded.store.engine;

import de.bwaldvogel.mongo.bson.Document;
import io.twingrid.chassis.embedded.store.log.DocumentLog;
import java.nio.ByteBuffer;

/**
 * A document as it was read.
 *
 * @param document a copy of the reader's own
 * @param bytes its length as BSON
 */
public record Stored(Document document, int bytes) {

    static Stored in(DocumentLog log, long address) {
        ByteBuffer bson = log.read(address).bson();
        int bytes = bson.remaining();
        return new Stored(Bson.decode(bson), bytes);
    }
}
