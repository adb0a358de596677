package io.twingrid.triage;

import io.twingrid.chassis.change.AggregateMapping;
import io.twingrid.triage.domain.CaseFact;
import io.twingrid.triage.domain.CommunityCase;
import io.twingrid.triage.events.CaseFactFormat;
import io.twingrid.triage.store.CaseDocument;
import java.time.Duration;
import java.time.Instant;
import org.bson.BsonDocument;

/** How a case is kept, and how its facts are told. */
final class CommunityCaseMapping implements AggregateMapping<CommunityCase, CaseFact> {
    private final Duration feedbackWindow;

    CommunityCaseMapping(Duration feedbackWindow) {
        this.feedbackWindow = feedbackWindow;
    }

    @Override
    public BsonDocument toDocument(CommunityCase theCase) {
        return CaseDocument.write(theCase, feedbackWindow);
    }

    @Override
    public CommunityCase fromDocument(BsonDocument document) {
        return CaseDocument.read(document);
    }

    @Override
    public String type(CaseFact fact) {
        return CaseFactFormat.type(fact);
    }

    @Override
    public String subject(CaseFact fact) {
        return fact.reportId();
    }

    @Override
    public Instant at(CaseFact fact) {
        return fact.at();
    }

    @Override
    public Object data(CaseFact fact) {
        return CaseFactFormat.data(fact);
    }
}
