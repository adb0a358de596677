package io.twingrid.bench.notices;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** When each fact was sent, and how long each of its notices took to the client. */
final class Sent {
    private final Map<String, Long> at = new ConcurrentHashMap<>();
    private final long[] nanos;
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger expected = new AtomicInteger();

    /**
     * Has room for so many notices.
     *
     * @param most notices that are timed
     */
    Sent(int most) {
        this.nanos = new long[most];
    }

    /** Just before a fact is sent that so many clients are told of. */
    void now(String reportId, int clients) {
        expected.addAndGet(clients);
        at.put(reportId, System.nanoTime());
    }

    /** A notice has come; those of other measurements are passed over. */
    void came(String reportId) {
        long now = System.nanoTime();
        Long sent = at.get(reportId);
        if (sent != null) {
            nanos[count.getAndIncrement()] = now - sent;
        }
    }

    int missing() {
        return expected.get() - count.get();
    }

    int expected() {
        return expected.get();
    }

    /** In milliseconds; {@code share} 0.5 for the median. */
    double at(double share) {
        long[] sorted = Arrays.copyOf(nanos, count.get());
        Arrays.sort(sorted);
        return sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))] / 1e6;
    }
}
