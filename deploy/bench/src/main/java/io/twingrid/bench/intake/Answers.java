package io.twingrid.bench.intake;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** How long each of many has waited for its answer; may be told by many threads. Times are {@link System#nanoTime}'s. */
final class Answers {
    private final long[] nanos;
    private final AtomicInteger good = new AtomicInteger();
    private final LongAdder failed = new LongAdder();
    private final LongAccumulator first = new LongAccumulator(Math::min, Long.MAX_VALUE);
    private final LongAccumulator last = new LongAccumulator(Math::max, Long.MIN_VALUE);

    /**
     * None so far.
     *
     * @param most answers that will come
     */
    Answers(int most) {
        this.nanos = new long[most];
    }

    /** One has come now, to somebody who waits since {@code begun}. */
    void came(long begun) {
        long now = System.nanoTime();
        first.accumulate(begun);
        last.accumulate(now);
        nanos[good.getAndIncrement()] = now - begun;
    }

    /** One has come that is not as it should be, or will never come. */
    void failed() {
        failed.increment();
    }

    /** What it was, once all have come. */
    Figures figures() {
        int count = good.get();
        if (count == 0) {
            return new Figures(0, failed.sum(), 0, 0, 0);
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return new Figures(
                count / ((last.get() - first.get()) / 1e9),
                failed.sum(),
                at(sorted, 0.5),
                at(sorted, 0.99),
                at(sorted, 0.999));
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) (share * (sorted.length - 1))] / 1e6;
    }
}
