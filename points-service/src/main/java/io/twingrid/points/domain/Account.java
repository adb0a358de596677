package io.twingrid.points.domain;

import io.twingrid.chassis.change.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an observer's account stands after its newest entry. Its verbs answer with the entry that comes next.
 *
 * @param observer whose account
 * @param entries how many entries it has, which is the {@code seq} of the newest
 * @param balance in points
 */
public record Account(String observer, long entries, long balance) {

    /** An account that has no entry yet. */
    public static Account empty(String observer) {
        return new Account(observer, 0, 0);
    }

    /** The account whose newest entry is {@code newest}. */
    public static Account after(LedgerEntry newest) {
        return new Account(newest.observer(), newest.seq(), newest.balance());
    }

    /** Adds what a resolved report earns; nothing changes if that is nothing. */
    public Outcome<LedgerEntry, PointsFact> credit(ResolvedReport report, Award award) {
        if (award.isNothing()) {
            return Outcome.unchanged();
        }
        LedgerEntry entry = next(award, Cause.resolved(report.reportId()), report.reportId(), report.at(), null);
        return Outcome.changed(entry, PointsFact.credited(entry));
    }

    /**
     * Takes a credit back, to the point.
     *
     * @param credit the entry of this account that was a mistake
     * @param reportId the report that it was given for
     * @param at when the report was invalidated
     */
    public Outcome<LedgerEntry, PointsFact> reverse(LedgerEntry credit, String reportId, Instant at) {
        Award award = credit.award().reversed();
        LedgerEntry entry = next(award, Cause.invalidated(reportId), reportId, at, credit.seq());
        return Outcome.changed(entry, PointsFact.reversed(entry, credit));
    }

    private LedgerEntry next(Award award, Cause cause, String reportId, Instant at, @Nullable Long corrects) {
        long amount = award.amount();
        return new LedgerEntry(
                observer, entries + 1, amount, Math.addExact(balance, amount), cause, reportId, at, award, corrects);
    }
}
