package io.twingrid.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.testkit.RunningService;
import io.twingrid.points.domain.About;
import io.twingrid.points.domain.Award;
import io.twingrid.points.domain.Cause;
import io.twingrid.points.domain.RefusedException;
import io.twingrid.points.domain.observer.Observers;
import io.twingrid.points.domain.reward.Redemption;
import io.twingrid.points.domain.reward.Redemption.State;
import io.twingrid.points.domain.reward.Reward;
import io.twingrid.points.domain.reward.Rewards;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Many at a time on a real store. */
class RedemptionRaceTest {
    private static final int RACERS = 64;

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(PointsService.application());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void sixtyFourRacingRedemptionsOfTenFromFiftyAreFive() {
        offer("plenty", 1000);
        give("racer", 50);

        List<Redemption> issued = race("plenty", i -> "racer");

        assertThat(issued).hasSize(5).extracting(Redemption::voucher).doesNotHaveDuplicates();
        assertThat(service.bean(Ledger.class).account("racer").block())
                .extracting(account -> account.balance())
                .isEqualTo(0L);
        assertThat(service.bean(Stocks.class).left("plenty").block()).isEqualTo(995);
        Invariants.hold(service.bean(Ledger.class)
                .history("racer")
                .collectList()
                .blockOptional()
                .orElseThrow());
    }

    @Test
    void theLastUnitsGoToAsManyRacersAndTheOthersKeepTheirPoints() {
        offer("scarce", 3);
        for (int i = 0; i < RACERS; i++) {
            give("rival-" + i, 10);
        }

        List<Redemption> issued = race("scarce", i -> "rival-" + i);

        assertThat(issued).hasSize(3);
        assertThat(service.bean(Stocks.class).left("scarce").block()).isZero();
        long left = Flux.range(0, RACERS)
                .concatMap(i -> service.bean(Ledger.class).account("rival-" + i))
                .reduce(0L, (sum, account) -> sum + account.balance())
                .blockOptional()
                .orElseThrow();
        assertThat(left).isEqualTo((RACERS - 3) * 10L);
    }

    private static List<Redemption> race(String reward, IntFunction<String> who) {
        return Flux.range(0, RACERS)
                .flatMap(
                        i -> service.bean(Redeeming.class)
                                .redeem(reward + "-" + i, who.apply(i), reward, reward + "-V" + i)
                                .subscribeOn(Schedulers.parallel())
                                .onErrorComplete(RefusedException.class),
                        RACERS)
                .filter(redemption -> redemption.state() == State.ISSUED)
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private static void offer(String id, int units) {
        service.bean(Rewards.class)
                .add(new Reward(id, "电影票", "Film ticket", "", 10, 0, null, null, 30, null))
                .block();
        service.bean(Stocks.class)
                .stock(id, "first", units, "points", "delivery")
                .block();
    }

    private static void give(String observer, long points) {
        service.bean(Observers.class)
                .add(InMemoryObservers.active(observer), List.of())
                .block();
        service.bean(Ledger.class)
                .append(
                        observer,
                        account -> account.credit(
                                Cause.resolved("r-" + observer),
                                Instant.parse("2026-11-22T09:00:00Z"),
                                Award.of("resolved-report", points),
                                About.NOTHING))
                .block();
    }
}
