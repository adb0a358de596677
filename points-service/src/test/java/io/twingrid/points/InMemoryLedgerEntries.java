package io.twingrid.points;

import io.twingrid.points.domain.Account;
import io.twingrid.points.domain.Cause;
import io.twingrid.points.domain.LedgerEntries;
import io.twingrid.points.domain.LedgerEntry;
import io.twingrid.points.domain.PointsFact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The entries in a list; it keeps the contract that {@link LedgerEntriesContract} writes down. */
class InMemoryLedgerEntries implements LedgerEntries {
    private final List<LedgerEntry> all = new ArrayList<>();
    private final List<PointsFact> told = new ArrayList<>();

    synchronized List<LedgerEntry> all() {
        return List.copyOf(all);
    }

    synchronized List<PointsFact> told() {
        return List.copyOf(told);
    }

    /** Does what nobody may: changes entries that are there. */
    synchronized void forge(Predicate<LedgerEntry> which, UnaryOperator<LedgerEntry> how) {
        all.replaceAll(entry -> which.test(entry) ? how.apply(entry) : entry);
    }

    @Override
    public Mono<Account> account(String observer) {
        return before(observer, Long.MAX_VALUE, 1).next().map(Account::after).defaultIfEmpty(Account.empty(observer));
    }

    @Override
    public Mono<Appended> append(LedgerEntry entry, List<PointsFact> facts) {
        return Mono.fromSupplier(() -> add(entry, facts));
    }

    private synchronized Appended add(LedgerEntry entry, List<PointsFact> facts) {
        List<LedgerEntry> account = all.stream()
                .filter(other -> other.observer().equals(entry.observer()))
                .toList();
        if (account.stream().anyMatch(other -> other.cause().equals(entry.cause()))) {
            return Appended.THERE_ALREADY;
        }
        if (account.stream().anyMatch(other -> other.seq() == entry.seq())) {
            return Appended.SEQ_TAKEN;
        }
        all.add(entry);
        told.addAll(facts);
        return Appended.ADDED;
    }

    @Override
    public Mono<LedgerEntry> of(String observer, Cause cause) {
        return after(observer, 0).filter(entry -> entry.cause().equals(cause)).next();
    }

    @Override
    public Flux<LedgerEntry> after(String observer, long after) {
        return Flux.defer(() -> Flux.fromIterable(all()))
                .filter(entry -> entry.observer().equals(observer) && entry.seq() > after)
                .sort(Comparator.comparingLong(LedgerEntry::seq));
    }

    @Override
    public Flux<LedgerEntry> ofMonth(String observer, String month) {
        return after(observer, 0).filter(entry -> month.equals(entry.about().month()));
    }

    @Override
    public Flux<LedgerEntry> ofReward(String observer, String rewardId) {
        return after(observer, 0).filter(entry -> rewardId.equals(entry.about().rewardId()));
    }

    @Override
    public Flux<String> observers() {
        return Flux.defer(() -> Flux.fromStream(
                all().stream().map(LedgerEntry::observer).distinct().sorted()));
    }

    @Override
    public Mono<LedgerEntry> ofCause(Cause cause) {
        return Flux.defer(() -> Flux.fromIterable(all()))
                .filter(entry -> entry.cause().equals(cause))
                .next();
    }

    @Override
    public Flux<LedgerEntry> before(String observer, long before, int most) {
        return Flux.defer(() -> Flux.fromIterable(all()))
                .filter(entry -> entry.observer().equals(observer) && entry.seq() < before)
                .sort(Comparator.comparingLong(LedgerEntry::seq).reversed())
                .take(most);
    }
}
