package io.twingrid.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.twingrid.points.domain.Adjustment;
import io.twingrid.points.domain.Adjustment.State;
import io.twingrid.points.domain.RefusedException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AdjustingTest {
    private static final Clock NINE = Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);

    private final InMemoryLedgerEntries entries = new InMemoryLedgerEntries();
    private final InMemoryAdjustments adjustments = new InMemoryAdjustments();
    private final Adjusting adjusting = new Adjusting(
            adjustments, new Ledger(entries, "points", World.RACING, new SimpleMeterRegistry()), 100, NINE);

    @Test
    void aSmallAdjustmentIsBookedAtOnce() {
        assertThat(propose(50)).extracting(Adjustment::state).isEqualTo(State.BOOKED);
        assertThat(entries.all()).singleElement().satisfies(entry -> {
            assertThat(entry.amount()).isEqualTo(50);
            assertThat(entry.about().by()).isEqualTo("points");
            assertThat(entry.about().reason()).isEqualTo("防汛");
        });
    }

    @Test
    void proposedTwiceItIsBookedOnce() {
        propose(50);
        propose(50);

        assertThat(entries.all()).hasSize(1);
    }

    @Test
    void aLargeAdjustmentWaitsForASecondPerson() {
        assertThat(propose(101).state()).isEqualTo(State.PROPOSED);
        assertThat(entries.all()).isEmpty();

        assertThat(adjusting.approve("a-1", "admin").block())
                .extracting(Adjustment::state, Adjustment::decidedBy)
                .containsExactly(State.BOOKED, "admin");
        assertThat(entries.all()).hasSize(1);
    }

    @Test
    void neitherWhoProposedItNorWhoseAccountItIsApproves() {
        propose(101);

        for (String who : new String[] {"points", "observer-1"}) {
            assertThatThrownBy(() -> adjusting.approve("a-1", who).block()).isInstanceOf(RefusedException.class);
        }
        assertThat(entries.all()).isEmpty();
    }

    @Test
    void whatIsDeclinedIsNotBooked() {
        propose(101);
        adjusting.decline("a-1", "admin", "no ground").block();

        assertThatThrownBy(() -> adjusting.approve("a-1", "admin").block()).isInstanceOf(RefusedException.class);
        assertThat(entries.all()).isEmpty();
    }

    @Test
    void moreThanThereIsCannotBeTaken() {
        assertThat(propose(-50)).extracting(Adjustment::state).isEqualTo(State.DECLINED);
        Invariants.hold(entries.all());
    }

    private Adjustment propose(long amount) {
        return adjusting
                .propose("a-1", "observer-1", amount, "防汛", "points")
                .blockOptional()
                .orElseThrow();
    }
}
