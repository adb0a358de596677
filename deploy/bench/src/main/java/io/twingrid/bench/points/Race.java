package io.twingrid.bench.points;

import io.twingrid.points.Adjusting;
import io.twingrid.points.Redeeming;
import io.twingrid.points.Stocks;
import io.twingrid.points.domain.RefusedException;
import io.twingrid.points.domain.observer.Observer;
import io.twingrid.points.domain.observer.Observers;
import io.twingrid.points.domain.reward.Redemption.State;
import io.twingrid.points.domain.reward.Reward;
import io.twingrid.points.domain.reward.Rewards;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationContext;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Sixty-four who redeem 10 points at the same moment from a balance of 50: five get a voucher. */
final class Race {
    private static final int RACERS = 64;
    private static final int ROUNDS = 5;

    private final ApplicationContext service;

    Race(ApplicationContext service) {
        this.service = service;
    }

    /** Several races, one after the other; the last is told, when the code is warm. */
    void run() {
        offer();
        String told = "";
        for (int round = 1; round <= ROUNDS; round++) {
            told = race("racer-" + round);
        }
        System.out.println(told);
        System.out.println();
    }

    private String race(String racer) {
        enrol(racer);
        long start = System.nanoTime();
        long vouchers = Flux.range(0, RACERS)
                .flatMap(
                        i -> service.getBean(Redeeming.class)
                                .redeem(racer + "-" + i, racer, "kit", racer + "-V" + i)
                                .subscribeOn(Schedulers.parallel())
                                .onErrorComplete(RefusedException.class),
                        RACERS)
                .filter(redemption -> redemption.state() == State.ISSUED)
                .count()
                .blockOptional()
                .orElseThrow();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return "%d racing redemptions of 10 from 50: %d vouchers in %d ms".formatted(RACERS, vouchers, took.toMillis());
    }

    private void offer() {
        service.getBean(Rewards.class)
                .add(new Reward("kit", "安全出行礼包", "Safe-travel kit", "", 10, 0, null, null, 30, null))
                .block();
        service.getBean(Stocks.class)
                .stock("kit", "first", 1000, "bench", "delivery")
                .block();
    }

    private void enrol(String racer) {
        Instant since = Instant.parse("2026-04-11T02:00:00Z");
        Observer observer = new Observer(
                racer,
                "赛手",
                null,
                null,
                List.of(),
                List.of(),
                Observer.State.ACTIVE,
                List.of(),
                "2026-" + racer,
                since,
                null,
                false);
        service.getBean(Observers.class).add(observer, List.of()).block();
        service.getBean(Adjusting.class)
                .propose("bench-" + racer, racer, 50, "race", "bench")
                .block();
    }
}
