package io.twingrid.chassis.embedded.store.query;

import de.bwaldvogel.mongo.bson.Document;

/**
 * A matching document.
 *
 * @param record its number in the collection
 * @param document a copy of the caller's own
 * @param bytes its length as BSON
 */
public record Found(long record, Document document, int bytes) {}
