package io.twingrid.chassis.change;

import java.time.Instant;
import org.bson.BsonDocument;

/**
 * How one kind of aggregate and its facts are written down.
 *
 * @param <A> the aggregate
 * @param <F> its facts
 */
public interface AggregateMapping<A, F> {
    /** The aggregate's fields; {@code _id}, {@code version}, {@code outbox}, {@code outboxSince}, {@code outboxRefused} and {@code applied} are the store's own. */
    BsonDocument toDocument(A aggregate);

    A fromDocument(BsonDocument document);

    /** The CloudEvents type of a fact. */
    String type(F fact);

    /** The subject of a fact, its key on the topic. */
    String subject(F fact);

    /** When it happened. */
    Instant at(F fact);

    /** The fields that go out as JSON; the fact itself where its components are the contract's. */
    default Object data(F fact) {
        return fact;
    }
}
