package io.twingrid.chassis.embedded.store.log;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** How many bytes of each segment are still wanted. The rest is garbage that waits to be reclaimed. */
final class Usage {

    private final Map<Integer, AtomicLong> live = new ConcurrentHashMap<>();

    static Usage fromBytes(byte[] stored) {
        Usage usage = new Usage();
        ByteBuffer in = ByteBuffer.wrap(stored);
        while (in.hasRemaining()) {
            usage.live.put(in.getInt(), new AtomicLong(in.getLong()));
        }
        return usage;
    }

    byte[] toBytes() {
        Map<Integer, AtomicLong> now = Map.copyOf(live);
        ByteBuffer out = ByteBuffer.allocate(now.size() * (Integer.BYTES + Long.BYTES));
        now.forEach((segment, bytes) -> out.putInt(segment).putLong(bytes.get()));
        return out.array();
    }

    /** The segments in which something is wanted. */
    List<Integer> segments() {
        return live.entrySet().stream()
                .filter(segment -> segment.getValue().get() > 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    void add(int segment, long bytes) {
        live.computeIfAbsent(segment, key -> new AtomicLong()).addAndGet(bytes);
    }

    void forget(int segment) {
        live.remove(segment);
    }

    long of(int segment) {
        return Optional.ofNullable(live.get(segment)).map(AtomicLong::get).orElse(0L);
    }

    long total() {
        return live.values().stream().mapToLong(AtomicLong::get).sum();
    }
}
