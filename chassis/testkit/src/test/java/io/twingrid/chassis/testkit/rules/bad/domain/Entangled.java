package io.twingrid.chassis.testkit.rules.bad.domain;

import org.bson.BsonDocument;

/** A domain that knows a database. */
public record Entangled(BsonDocument document) {}
