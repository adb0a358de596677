package io.twingrid.escalation.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.escalation.domain.Escalation;
import io.twingrid.escalation.domain.Report;
import io.twingrid.escalation.domain.SampleCases;
import io.twingrid.escalation.domain.StreetCase;
import io.twingrid.escalation.domain.StreetState;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StreetCaseDocumentTest {

    @ParameterizedTest
    @EnumSource
    void aCaseInAnyStateIsReadAsItWasWritten(StreetState state) {
        StreetCase theCase = SampleCases.in(state);

        assertThat(StreetCaseDocument.read(StreetCaseDocument.write(theCase))).isEqualTo(theCase);
    }

    @Test
    void aCaseWithNothingThatMayBeAbsentIsReadAsItWasWritten() {
        Report full = SampleCases.report();
        Report bare = new Report(
                full.number(),
                full.category(),
                full.description(),
                full.location(),
                null,
                full.area(),
                List.of(),
                null,
                true,
                full.priority(),
                full.submittedAt());
        Escalation up = SampleCases.escalation(SampleCases.NOON);
        StreetCase theCase = StreetCase.receive(
                "id", bare, new Escalation(up.cause(), up.by(), null, up.at()), SampleCases.DEADLINES);

        assertThat(StreetCaseDocument.read(StreetCaseDocument.write(theCase))).isEqualTo(theCase);
    }

    @Test
    void whatListsAreFilteredByStandsAtTheTop() {
        BsonDocument document = StreetCaseDocument.write(SampleCases.dispatched());

        assertThat(document.getString("street").getValue()).isEqualTo("guankou");
        assertThat(document.getArray("areas").getValues())
                .containsExactly(new BsonString("guankou"), new BsonString("tieshan"), new BsonString("tieshan-01"));
        assertThat(document.getString("state").getValue()).isEqualTo("DISPATCHED");
        assertThat(document.getArray("departments").getValues())
                .containsExactly(new BsonString("power"), new BsonString("water"));
        assertThat(document.getArray("involved").getValues())
                .containsExactly(new BsonString("fire"), new BsonString("power"), new BsonString("water"));
    }
}
