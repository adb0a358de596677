package io.twingrid.points.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.points.domain.About;
import io.twingrid.points.domain.Account;
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
        Award award = new Award(List.of(new Part("resolved-report", 8), new Part("day-cap", -3, "r-0")));
        LedgerEntry entry = new LedgerEntry(
                "observer-1",
                8,
                5,
                90,
                2,
                Cause.resolved("r-1"),
                Instant.parse("2026-11-22T10:05:00.123Z"),
                award,
                new About("r-1", "kit", 7L, "points", "因为", "2026-11", "01037", "tieshan"),
                "a".repeat(64));

        assertThat(mapping.fromDocument(mapping.toDocument(entry))).isEqualTo(entry);
    }

    @Test
    void whatIsMissingHasNoField() {
        BsonDocument document = mapping.toDocument(new LedgerEntry(
                "observer-1",
                1,
                8,
                8,
                0,
                Cause.resolved("r-1"),
                Instant.EPOCH,
                Award.of("resolved-report", 8),
                About.NOTHING,
                Account.NO_SEAL));

        assertThat(document.keySet())
                .containsExactlyInAnyOrder(
                        "observer", "seq", "amount", "balance", "owed", "cause", "at", "parts", "previous");
    }

    @Test
    void idsOfTwoAccountsNeverMeetWhateverTheAccountsAreCalled() {
        assertThat(EntryDocument.idOf("a/resolved:x", Cause.resolved("y")))
                .isNotEqualTo(EntryDocument.idOf("a", Cause.resolved("x-resolved:y")));
    }
}
