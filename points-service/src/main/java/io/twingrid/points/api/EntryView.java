package io.twingrid.points.api;

import io.twingrid.points.domain.Award;
import io.twingrid.points.domain.LedgerEntry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is answered.
 *
 * @param seq its place in the account, from 1
 * @param amount points; negative where they are taken away
 * @param balance points in the account after this entry
 * @param cause why it exists, e.g. {@code resolved:<report id>}
 * @param reportId the report that it is about, if there is one
 * @param at when its cause happened
 * @param parts the rules that the amount comes from; they add up to it
 * @param corrects {@code seq} of the entry that this one takes back, if it does
 * @param owed points that were taken back and are still to be paid, if there are any
 * @param by who decided it, if a person did
 * @param reason why, if somebody or a rule said so
 */
record EntryView(
        long seq,
        long amount,
        long balance,
        String cause,
        @Nullable String reportId,
        Instant at,
        List<Award.Part> parts,
        @Nullable Long corrects,
        @Nullable Long owed,
        @Nullable String by,
        @Nullable String reason) {

    static EntryView of(LedgerEntry entry) {
        return new EntryView(
                entry.seq(),
                entry.amount(),
                entry.balance(),
                entry.cause().text(),
                entry.reportId(),
                entry.at(),
                entry.award().parts(),
                entry.corrects(),
                entry.owed() == 0 ? null : Long.valueOf(entry.owed()),
                entry.about().by(),
                entry.about().reason());
    }
}
