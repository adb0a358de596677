package io.twingrid.escalation;

import io.twingrid.chassis.change.AggregateMapping;
import io.twingrid.escalation.domain.care.CareFact;
import io.twingrid.escalation.domain.care.CareRules;
import io.twingrid.escalation.domain.care.CareTask;
import io.twingrid.escalation.events.CareFactFormat;
import io.twingrid.escalation.store.CareTaskDocument;
import java.time.Instant;
import org.bson.BsonDocument;

/**
 * How a care task is kept, and how its facts are told.
 *
 * @param rules say when time does something to a task; kept in the document for the sweep
 */
record CareTaskMapping(CareRules rules) implements AggregateMapping<CareTask, CareFact> {
    @Override
    public BsonDocument toDocument(CareTask task) {
        return CareTaskDocument.write(task, task.nextDeadline(rules));
    }

    @Override
    public CareTask fromDocument(BsonDocument document) {
        return CareTaskDocument.read(document);
    }

    @Override
    public String type(CareFact fact) {
        return CareFactFormat.type(fact);
    }

    @Override
    public String subject(CareFact fact) {
        return fact.taskId();
    }

    @Override
    public Instant at(CareFact fact) {
        return fact.at();
    }
}
