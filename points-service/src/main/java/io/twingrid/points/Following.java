package io.twingrid.points;

import io.twingrid.points.domain.Cause;
import io.twingrid.points.domain.LedgerEntries;
import io.twingrid.points.domain.LedgerEntry;
import io.twingrid.points.domain.observer.Observers;
import io.twingrid.points.domain.standing.Boards;
import io.twingrid.points.domain.standing.Standings;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps the standings in step with the ledger. What is heard on {@code points-events} only says whose account moved; what is added, and
 * whether it was added before, is read off the account itself: its entries are numbered without gaps, they are counted in that
 * order, and each row remembers the last one that it counted. So an increment is decided by the entry's own insert.
 */
public final class Following {
    private final LedgerEntries entries;
    private final Standings standings;
    private final Observers observers;
    private final Boards boards;

    Following(LedgerEntries entries, Standings standings, Observers observers, Boards boards) {
        this.entries = entries;
        this.standings = standings;
        this.observers = observers;
        this.boards = boards;
    }

    /**
     * Counts what an account has that is not counted yet; again, or by two at a time, it changes nothing.
     *
     * @param seq of the entry that was heard of; what was counted along with an earlier one is not looked up again
     */
    public Mono<Void> follow(String observer, long seq) {
        return standings.countedUpTo(observer).filter(counted -> counted < seq).flatMap(counted -> employerOf(observer)
                .flatMap(employer -> countAfter(counted, observer, employer)));
    }

    private Mono<Void> countAfter(long counted, String observer, Optional<String> employer) {
        return entries.after(observer, counted)
                .index()
                // A reader may run past an entry that is being inserted just then: its own fact brings us back.
                .takeWhile(next -> next.getT2().seq() == counted + 1 + next.getT1())
                .concatMap(next -> count(next.getT2(), employer.orElse(null)))
                .then();
    }

    private Mono<Void> count(LedgerEntry entry, @Nullable String employer) {
        return areasOf(entry)
                .flatMap(areas ->
                        standings.add(entry.observer(), entry.seq(), boards.increments(entry, employer, areas)))
                .then(Mono.defer(() -> standings.counted(entry.observer(), entry.seq())));
    }

    private Mono<Optional<String>> employerOf(String observer) {
        return observers
                .find(observer)
                .flatMap(observing -> Mono.justOrEmpty(observing.employer()))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    /** Where the reports lie whose credits this entry corrects beside its own. */
    private Mono<Map<String, String>> areasOf(LedgerEntry entry) {
        return Flux.fromIterable(entry.award().parts())
                .flatMap(part -> Mono.justOrEmpty(part.of()))
                .distinct()
                .concatMap(report -> entries.of(entry.observer(), Cause.resolved(report))
                        .switchIfEmpty(Mono.defer(() -> entries.of(entry.observer(), Cause.followed(report)))))
                .filter(other -> other.about().area() != null)
                .collectMap(
                        other -> String.valueOf(other.reportId()),
                        other -> String.valueOf(other.about().area()));
    }
}
