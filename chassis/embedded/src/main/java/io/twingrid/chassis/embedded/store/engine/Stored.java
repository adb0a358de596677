package io.twingrid.chassis.embedded.store.engine;

import de.bwaldvogel.mongo.bson.Document;

/**
 * A document as it was read.
 *
 * @param document a copy of the reader's own
 * @param bytes its length as BSON
 */
public record Stored(Document document, int bytes) {}
