package io.twingrid.points.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.points.domain.Award;
import io.twingrid.points.domain.Award.Part;
import io.twingrid.points.domain.Cause;
import io.twingrid.points.domain.LedgerEntry;
import java.time.Instant;
import java.util.List;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

class EntryDocumentTest {
    private final EntryMapping mapping = new EntryMapping();

    @Test
    void anEntryComesBackAsItWasWritten() {
        Award award = new Award(List.of(new Part("resolved-report", 8), new Part("priority-bonus", 5)));
        LedgerEntry credit = new LedgerEntry(
                "observer-1",
                7,
                13,
                98,
                Cause.resolved("r-1"),
                "r-1",
                Instant.parse("2026-11-22T10:05:00.123Z"),
                award,
                null);
        LedgerEntry reversal = new LedgerEntry(
                "observer-1",
                8,
                -13,
                85,
                Cause.invalidated("r-1"),
                null,
                Instant.parse("2026-11-23T10:05:00Z"),
                award.reversed(),
                7L);

        assertThat(mapping.fromDocument(mapping.toDocument(credit))).isEqualTo(credit);
        assertThat(mapping.fromDocument(mapping.toDocument(reversal))).isEqualTo(reversal);
    }

    @Test
    void whatIsMissingHasNoField() {
        BsonDocument document = mapping.toDocument(new LedgerEntry(
                "observer-1",
                1,
                8,
                8,
                Cause.resolved("r-1"),
                null,
                Instant.EPOCH,
                new Award(List.of(new Part("resolved-report", 8))),
                null));

        assertThat(document.keySet())
                .containsExactlyInAnyOrder("observer", "seq", "amount", "balance", "cause", "at", "parts");
    }

    @Test
    void idsOfTwoAccountsNeverMeetWhateverTheAccountsAreCalled() {
        assertThat(EntryDocument.idOf("a/resolved:x", Cause.resolved("y")))
                .isNotEqualTo(EntryDocument.idOf("a", Cause.resolved("x-resolved:y")));
    }
}
