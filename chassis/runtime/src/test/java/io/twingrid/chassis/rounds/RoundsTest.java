package io.twingrid.chassis.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class RoundsTest {
    private static final Duration OFTEN = Duration.ofMillis(1);
    private static final long PATIENCE_SECONDS = 10;

    @Test
    void whatFailsInOneRoundIsLeftToTheNext() throws InterruptedException {
        CountDownLatch rounds = new CountDownLatch(3);
        Rounds work = new Rounds("the work", OFTEN, () -> {
            rounds.countDown();
            if (rounds.getCount() == 2) {
                throw new IllegalStateException("before there is anything to wait for");
            }
            return rounds.getCount() == 1 ? Mono.error(new IllegalStateException("later")) : Mono.empty();
        });

        work.start();

        assertThat(rounds.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(work.isRunning()).isTrue();
        work.stop();
        assertThat(work.isRunning()).isFalse();
    }

    @Test
    void thereAreNeverTwoRoundsAtOnce() throws InterruptedException {
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch rounds = new CountDownLatch(5);
        Rounds work = new Rounds("the work", OFTEN, () -> Mono.fromRunnable(
                        () -> most.accumulateAndGet(atOnce.incrementAndGet(), Math::max))
                .then(Mono.delay(OFTEN.multipliedBy(5)))
                .doOnTerminate(() -> {
                    atOnce.decrementAndGet();
                    rounds.countDown();
                }));

        work.start();

        assertThat(rounds.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        work.stop();
        assertThat(most).hasValue(1);
    }

    @Test
    void theFirstRoundWaitsForWhatComesFirstHoweverOftenThatFails() throws InterruptedException {
        Sinks.Empty<Void> ready = Sinks.empty();
        AtomicInteger asked = new AtomicInteger();
        CountDownLatch failed = new CountDownLatch(1);
        CountDownLatch rounds = new CountDownLatch(1);
        Mono<Void> first = Mono.defer(() -> {
            if (asked.incrementAndGet() == 1) {
                failed.countDown();
                return Mono.error(new IllegalStateException("not yet"));
            }
            return ready.asMono();
        });
        Rounds work = new Rounds("the work", OFTEN, first, () -> Mono.fromRunnable(rounds::countDown));

        work.start();
        assertThat(failed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(rounds.getCount()).isEqualTo(1);

        ready.tryEmitEmpty().orThrow();
        assertThat(rounds.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        work.stop();
    }
}
