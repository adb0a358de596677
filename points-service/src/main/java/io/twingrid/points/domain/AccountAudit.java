package io.twingrid.points.domain;

import java.util.HashSet;
import java.util.Set;

/** Adds an account up again, entry by entry from the oldest, and counts what does not agree. */
public final class AccountAudit {
    private final Set<String> causes = new HashSet<>();
    private Account before;
    private long mismatches;

    /** An audit of an account, before its first entry. */
    public AccountAudit(String observer) {
        this.before = Account.empty(observer);
    }

    /** Looks at the next entry; a fault counts once, not again in all entries behind it. */
    public AccountAudit add(LedgerEntry entry) {
        boolean agrees = entry.seq() == before.entries() + 1
                && entry.balance() == before.balance() + entry.amount()
                && entry.owed() == before.owed() + carriedBy(entry)
                && entry.previous().equals(before.seal())
                && causes.add(entry.cause().text());
        mismatches += agrees ? 0 : 1;
        before = Account.after(entry);
        return this;
    }

    /** How many entries it has seen. */
    public long entries() {
        return before.entries();
    }

    /** How many of them do not follow from those before. */
    public long mismatches() {
        return mismatches;
    }

    private static long carriedBy(LedgerEntry entry) {
        return entry.amount() - entry.award().earned();
    }
}
