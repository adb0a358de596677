package io.twingrid.chassis.embedded.store.engine;

import java.time.Duration;

/**
 * The bounds of the store's engine.
 *
 * @param sync whether a write is on the disk, not only with the operating system, before it is answered
 * @param segmentBytes size of one log file; garbage is given back to the disk in portions of this size
 * @param checkpointBytes log that may gather before the index file is written; a start after a crash reads as much.
 *     The file is written when three quarters have gathered, and writers wait for that only at the whole
 * @param checkpointEvery time after which the index file is written even when little has changed
 * @param unsavedIndexBytes index pages that may wait in memory for the next checkpoint, in the same way
 * @param indexCacheMebibytes index pages that are kept in memory because they were read
 * @param garbagePercent share of the log that may be garbage before segments are rewritten
 */
public record EngineSettings(
        boolean sync,
        int segmentBytes,
        long checkpointBytes,
        Duration checkpointEvery,
        long unsavedIndexBytes,
        int indexCacheMebibytes,
        int garbagePercent) {

    private static final int MIB = 1 << 20;
    private static final int LARGEST_SEGMENT = 32 * MIB;

    public EngineSettings {
        if (segmentBytes < 1 || segmentBytes > LARGEST_SEGMENT) {
            throw new IllegalArgumentException("segmentBytes must be 1 to " + LARGEST_SEGMENT);
        }
        if (garbagePercent < 1 || garbagePercent > 99) {
            throw new IllegalArgumentException("garbagePercent must be 1 to 99");
        }
    }

    /**
     * Bounds for a heap of 256 MiB and a start within a second. The cache has room for the inner pages of an index: of leaves
     * few come twice, the system has them in memory anyway, and those kept a while only cost the garbage collector. More pages
     * in one checkpoint are fewer pages a change, until the collector has no room left to work in: 112 MiB was the best of six.
     */
    public static EngineSettings withDefaults(boolean sync) {
        return new EngineSettings(sync, 16 * MIB, 64L * MIB, Duration.ofSeconds(10), 112L * MIB, 12, 40);
    }
}
