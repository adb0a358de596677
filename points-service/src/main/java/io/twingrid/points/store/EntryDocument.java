package io.twingrid.points.store;

import io.twingrid.points.domain.About;
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
        long owed,
        String cause,
        Instant at,
        List<Award.Part> parts,
        @Nullable String reportId,
        @Nullable String rewardId,
        @Nullable Long corrects,
        @Nullable String by,
        @Nullable String reason,
        @Nullable String month,
        @Nullable String category,
        @Nullable String area,
        String previous) {

    /** {@code _id}: account and cause. A cause holds no slash, so the last one parts them whatever an account is called. */
    static String idOf(String observer, Cause cause) {
        return observer + "/" + cause.text();
    }

    static EntryDocument from(LedgerEntry entry) {
        About about = entry.about();
        return new EntryDocument(
                entry.observer(),
                entry.seq(),
                entry.amount(),
                entry.balance(),
                entry.owed(),
                entry.cause().text(),
                entry.at(),
                entry.award().parts(),
                about.reportId(),
                about.rewardId(),
                about.corrects(),
                about.by(),
                about.reason(),
                about.month(),
                about.category(),
                about.area(),
                entry.previous());
    }

    LedgerEntry toEntry() {
        return new LedgerEntry(
                observer,
                seq,
                amount,
                balance,
                owed,
                new Cause(cause),
                at,
                new Award(parts),
                new About(reportId, rewardId, corrects, by, reason, month, category, area),
                previous);
    }
}
