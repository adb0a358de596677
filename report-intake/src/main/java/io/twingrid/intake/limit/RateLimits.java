package io.twingrid.intake.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.twingrid.chassis.problem.Problem;
import java.time.Duration;

/**
 * Token buckets, one for each who asks, in this instance's memory. Taking a token neither waits nor locks, so it may
 * be done on an event loop.
 */
public final class RateLimits {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Cache<String, Bucket> buckets;

    /**
     * Limits for so many at once; who is not among the last of them starts with a full bucket again.
     *
     * @param remembered buckets that are kept in memory
     */
    public RateLimits(int remembered) {
        this.buckets = Caffeine.newBuilder()
                .maximumSize(remembered)
                .expireAfterAccess(MINUTE.multipliedBy(2))
                .build();
    }

    /**
     * Counts one request.
     *
     * @param who and what for; a change of {@code perMinute} begins a new bucket
     * @throws io.twingrid.chassis.problem.ProblemException 429 with {@code Retry-After} if it is too much
     */
    public void count(String who, int perMinute) {
        Bucket bucket = buckets.get(who + "/" + perMinute, key -> Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                .build());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw Problem.tooMany(
                            "Too many requests; " + perMinute + " a minute are answered.",
                            Duration.ofNanos(probe.getNanosToWaitForRefill()))
                    .asException();
        }
    }
}
