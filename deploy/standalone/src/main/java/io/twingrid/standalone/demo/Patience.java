package io.twingrid.standalone.demo;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks again and again, because facts travel: what one service did, another knows a few milliseconds later. */
final class Patience {

    private static final long PAUSE_MS = 20;

    private final Duration longest;

    Patience(Duration longest) {
        this.longest = longest;
    }

    /** The first answer that is as it should be, or the last one when patience is at its end. */
    <T> T until(Supplier<T> look, Predicate<T> asItShouldBe) {
        long end = System.nanoTime() + longest.toNanos();
        T seen = look.get();
        while (!asItShouldBe.test(seen) && System.nanoTime() < end) {
            pause();
            seen = look.get();
        }
        return seen;
    }

    private static void pause() {
        CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(PAUSE_MS, TimeUnit.MILLISECONDS))
                .join();
    }
}
