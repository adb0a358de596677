package io.twingrid.points.domain;

import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The entries of all accounts: they are added and read, never changed or taken away.
 *
 * <p>Two rules hold whatever races or dies between: an account has one entry of a {@code seq}, and one of a {@code cause}.
 * Together they make an append safe without a transaction: who adds {@code seq + 1} to the head that he has read has either
 * seen everything that was in the account, or is told that he has not.
 */
public interface LedgerEntries {

    /** What came of adding an entry. */
    enum Appended {
        /** It is in the account now. */
        ADDED,
        /** The account has an entry of this cause; nothing was added. */
        THERE_ALREADY,
        /** Somebody else took this {@code seq}; the head must be read again. Nothing was added. */
        SEQ_TAKEN
    }

    /** How an account stands; an empty one if it has no entries. */
    Mono<Account> account(String observer);

    /** Adds an entry and, in the same write, the facts to be told of it. */
    Mono<Appended> append(LedgerEntry entry, List<PointsFact> facts);

    /** An account's entry of a cause; empty if there is none. */
    Mono<LedgerEntry> of(String observer, Cause cause);

    /** The entry of a cause that only one account can have; empty if there is none. */
    Mono<LedgerEntry> ofCause(Cause cause);

    /** Up to {@code most} entries of an account with a {@code seq} below {@code before}, newest first. */
    Flux<LedgerEntry> before(String observer, long before, int most);

    /** All entries of an account with a {@code seq} above {@code after}, oldest first. */
    Flux<LedgerEntry> after(String observer, long after);

    /** An account's credits of reports, and their reversals, that count in a civil month ({@code 2026-11}). */
    Flux<LedgerEntry> ofMonth(String observer, String month);

    /** An account's entries about a reward. */
    Flux<LedgerEntry> ofReward(String observer, String rewardId);

    /** Whose accounts there are, in the order of their names. */
    Flux<String> observers();
}
