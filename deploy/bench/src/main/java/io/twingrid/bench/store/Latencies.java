package io.twingrid.bench.store;

import java.util.Arrays;

/** Times of single requests. */
final class Latencies {

    private final long[] nanos;
    private int count;

    Latencies(int most) {
        this.nanos = new long[most];
    }

    void time(Runnable request) {
        long begun = System.nanoTime();
        request.run();
        nanos[count++] = System.nanoTime() - begun;
    }

    /** In milliseconds; {@code share} 0.5 for the median. */
    double at(double share) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[(int) (share * (count - 1))] / 1e6;
    }

    @Override
    public String toString() {
        return "p50 %.2f ms, p99 %.2f ms".formatted(at(0.5), at(0.99));
    }
}
