package io.twingrid.points;

import io.twingrid.points.domain.Account;
import io.twingrid.points.domain.Cause;
import io.twingrid.points.domain.LedgerEntries;
import io.twingrid.points.domain.LedgerEntry;
import io.twingrid.points.domain.PointsFact;
import java.util.List;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Another's entries, where something comes between when one is appended. */
record TroubledLedgerEntries(LedgerEntries entries, UnaryOperator<Mono<Appended>> trouble) implements LedgerEntries {

    @Override
    public Mono<Account> account(String observer) {
        return entries.account(observer);
    }

    @Override
    public Mono<Appended> append(LedgerEntry entry, List<PointsFact> facts) {
        return trouble.apply(entries.append(entry, facts));
    }

    @Override
    public Mono<LedgerEntry> of(String observer, Cause cause) {
        return entries.of(observer, cause);
    }

    @Override
    public Flux<LedgerEntry> after(String observer, long after) {
        return entries.after(observer, after);
    }

    @Override
    public Flux<LedgerEntry> ofMonth(String observer, String month) {
        return entries.ofMonth(observer, month);
    }

    @Override
    public Flux<LedgerEntry> ofReward(String observer, String rewardId) {
        return entries.ofReward(observer, rewardId);
    }

    @Override
    public Flux<String> observers() {
        return entries.observers();
    }

    @Override
    public Mono<LedgerEntry> ofCause(Cause cause) {
        return entries.ofCause(cause);
    }

    @Override
    public Flux<LedgerEntry> before(String observer, long before, int most) {
        return entries.before(observer, before, most);
    }
}
