package io.twingrid.points;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.twingrid.chassis.change.Outcome;
import io.twingrid.chassis.change.Outcome.Changed;
import io.twingrid.chassis.change.Outcome.Refused;
import io.twingrid.chassis.change.Outcome.Unchanged;
import io.twingrid.chassis.change.Result;
import io.twingrid.chassis.change.Result.Kind;
import io.twingrid.points.PointsSettings.Racing;
import io.twingrid.points.domain.Account;
import io.twingrid.points.domain.Cause;
import io.twingrid.points.domain.LedgerEntries;
import io.twingrid.points.domain.LedgerEntry;
import io.twingrid.points.domain.PointsFact;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * The observers' accounts: how an entry is added, once, and what can be read of them.
 *
 * <p>Errors of every method: {@link com.mongodb.MongoException} if the store is away; then it is not known whether the
 * entry was added, and asking again is safe.
 */
public final class Ledger {
    private final LedgerEntries entries;
    private final Racing racing;
    private final Counter racesLost;

    /** @param name which ledger it is, for the metrics */
    Ledger(LedgerEntries entries, String name, Racing racing, MeterRegistry metrics) {
        this.entries = entries;
        this.racing = racing;
        this.racesLost = Counter.builder("ledger.races.lost")
                .tag("ledger", name)
                .description("Appends that read the head again because another entry had come first")
                .register(metrics);
    }

    /** How an account stands; nobody's account is empty, not missing. */
    public Mono<Account> account(String observer) {
        return entries.account(observer);
    }

    /**
     * Entries of an account, newest first.
     *
     * @param before {@code seq} that they must be below, or null to begin with the newest
     * @param most how many at most
     */
    public Flux<LedgerEntry> entries(String observer, @Nullable Long before, int most) {
        return entries.before(observer, before == null ? Long.MAX_VALUE : before, most);
    }

    /** All entries of an account, oldest first. */
    public Flux<LedgerEntry> history(String observer) {
        return entries.after(observer, 0);
    }

    /** The entry that an account has of a cause; empty if it has none. */
    public Mono<LedgerEntry> entryOf(String observer, Cause cause) {
        return entries.of(observer, cause);
    }

    /** Asks an account for its next entry; against a racing one it reads again and asks again. */
    Mono<Result<Account>> append(String observer, Function<Account, Outcome<LedgerEntry, PointsFact>> verb) {
        return appendReading(observer, account -> Mono.just(verb.apply(account)));
    }

    /**
     * The same for a verb that reads more of the account before it answers. It reads after the head was read: if what it
     * saw is not all there is by then, the entry's {@code seq} is taken and it is asked again.
     */
    Mono<Result<Account>> appendReading(
            String observer, Function<Account, Mono<Outcome<LedgerEntry, PointsFact>>> verb) {
        return Mono.defer(() -> entries.account(observer))
                .flatMap(account -> verb.apply(account).flatMap(outcome -> append(account, outcome)))
                // Of all who race for a seq one wins. The others wait a little, each another while: that they do not
                // meet again makes a crowd take as long as its size, not the square of it.
                .retryWhen(Retry.backoff(racing.most(), racing.pause())
                        .maxBackoff(racing.longestPause())
                        .filter(SeqTakenException.class::isInstance)
                        .doBeforeRetry(again -> racesLost.increment())
                        .onRetryExhaustedThrow((spec, last) -> new IllegalStateException(
                                "lost " + racing.most() + " races for an account's next entry")));
    }

    private Mono<Result<Account>> append(Account account, Outcome<LedgerEntry, PointsFact> outcome) {
        return switch (outcome) {
            case Changed<LedgerEntry, PointsFact> changed ->
                entries.append(changed.after(), changed.facts()).flatMap(appended -> switch (appended) {
                    case ADDED -> Mono.just(result(Account.after(changed.after()), Kind.CHANGED, null));
                    case THERE_ALREADY -> Mono.just(result(account, Kind.UNCHANGED, null));
                    case SEQ_TAKEN -> Mono.error(new SeqTakenException());
                });
            case Unchanged<LedgerEntry, PointsFact> same -> Mono.just(result(account, Kind.UNCHANGED, null));
            case Refused<LedgerEntry, PointsFact> refused -> Mono.just(result(account, Kind.REFUSED, refused.reason()));
        };
    }

    private static Result<Account> result(Account account, Kind kind, @Nullable String reason) {
        return new Result<>(account, account.entries(), kind, reason);
    }

    /** Somebody was quicker. */
    private static final class SeqTakenException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** It is caught a few lines above, so it says nothing of where it came from. */
        SeqTakenException() {
            super(null, null, false, false);
        }
    }
}
