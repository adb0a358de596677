package io.twingrid.points;

import io.twingrid.points.domain.Adjustment;
import io.twingrid.points.domain.Adjustment.State;
import io.twingrid.points.domain.Adjustments;
import io.twingrid.points.domain.Cause;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Adjustments by hand: proposed, approved by a second person above a limit, booked in the ledger, in this order of writes.
 * Whatever is cut off after it was decided is booked by the {@link Sweep}: the ledger takes each cause once.
 *
 * <p>What the rules refuse is an error of {@link io.twingrid.points.domain.RefusedException}.
 */
public final class Adjusting implements Unfinished {
    private final Adjustments adjustments;
    private final Ledger ledger;
    private final long aloneUpTo;
    private final Clock clock;

    Adjusting(Adjustments adjustments, Ledger ledger, long aloneUpTo, Clock clock) {
        this.adjustments = adjustments;
        this.ledger = ledger;
        this.aloneUpTo = aloneUpTo;
        this.clock = clock;
    }

    /** Proposes an adjustment, and books it at once if it needs no second person; answers the one of that id if there is one. */
    public Mono<Adjustment> propose(String id, String observer, long amount, String reason, String by) {
        Adjustment proposal = Adjustment.propose(id, observer, amount, reason, aloneUpTo, by, clock.instant());
        return adjustments.add(proposal).flatMap(this::booked);
    }

    /** A second person agrees; empty if there is no such adjustment. */
    public Mono<Adjustment> approve(String id, String who) {
        return adjustments
                .change(id, adjustment -> adjustment.approve(who, clock.instant()))
                .flatMap(this::booked);
    }

    /** A second person does not agree; empty if there is no such adjustment. */
    public Mono<Adjustment> decline(String id, String who, String why) {
        return adjustments.change(id, adjustment -> adjustment.decline(who, why));
    }

    /** Those that wait for a second person, oldest first. */
    public Flux<Adjustment> proposed(@Nullable String after, int most) {
        return adjustments.proposed(after, most);
    }

    @Override
    public Flux<String> begunBefore(Instant time, int most) {
        return adjustments.openBefore(time, most);
    }

    @Override
    public Mono<?> finish(String id) {
        return adjustments.find(id).flatMap(this::booked);
    }

    private Mono<Adjustment> booked(Adjustment adjustment) {
        if (adjustment.state() != State.APPROVED) {
            return Mono.just(adjustment);
        }
        return ledger.append(adjustment.observer(), account -> account.adjust(adjustment))
                .then(ledger.entryOf(adjustment.observer(), Cause.adjusted(adjustment.id())))
                .flatMap(entry -> adjustments.change(adjustment.id(), decided -> decided.settle(entry)));
    }
}
