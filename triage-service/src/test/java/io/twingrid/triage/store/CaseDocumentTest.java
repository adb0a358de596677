package io.twingrid.triage.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.triage.domain.CaseState;
import io.twingrid.triage.domain.Cases;
import io.twingrid.triage.domain.CommunityCase;
import java.time.Duration;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CaseDocumentTest {
    @ParameterizedTest
    @EnumSource(CaseState.class)
    void aCaseIsReadAsItWasWritten(CaseState state) {
        CommunityCase theCase = Cases.in(state);
        assertThat(CaseDocument.read(CaseDocument.write(theCase, Duration.ofDays(7))))
                .isEqualTo(theCase);
    }

    @ParameterizedTest
    @EnumSource(CaseState.class)
    void whatTheStoreKeepsBesideTheCaseDoesNotDisturb(CaseState state) {
        CommunityCase theCase = Cases.in(state);
        BsonDocument document = CaseDocument.write(theCase, Duration.ofDays(7))
                .append("version", new BsonInt64(3))
                .append("outbox", new BsonArray());
        assertThat(CaseDocument.read(document)).isEqualTo(theCase);
    }
}
