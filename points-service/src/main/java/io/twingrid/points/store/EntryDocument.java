package io.twingrid.points.store;

import io.twingrid.points.domain.Award;
import io.twingrid.points.domain.Cause;
import io.twingrid.points.domain.LedgerEntry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is stored. {@code _id} and {@code outbox} are beside it, by the change store. Public because the driver's
 * record codec reads public records only.
 */
public record EntryDocument(
        String observer,
        long seq,
        long amount,
        long balance,
        String cause,
        @Nullable String reportId,
        Instant at,
        List<PartDocument> parts,
        @Nullable Long corrects) {

    /** What one rule gave. */
    public record PartDocument(String rule, long points) {}

    /** {@code _id}: account and cause. A cause holds no slash, so the last one parts them whatever an account is called. */
    static String idOf(String observer, Cause cause) {
        return observer + "/" + cause.text();
    }

    static EntryDocument from(LedgerEntry entry) {
        return new EntryDocument(
                entry.observer(),
                entry.seq(),
                entry.amount(),
                entry.balance(),
                entry.cause().text(),
                entry.reportId(),
                entry.at(),
                entry.award().parts().stream()
                        .map(part -> new PartDocument(part.rule(), part.points()))
                        .toList(),
                entry.corrects());
    }

    LedgerEntry toEntry() {
        return new LedgerEntry(
                observer,
                seq,
                amount,
                balance,
                new Cause(cause),
                reportId,
                at,
                new Award(parts.stream()
                        .map(part -> new Award.Part(part.rule(), part.points()))
                        .toList()),
                corrects);
    }
}
