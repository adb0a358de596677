package io.twingrid.notification.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A target while one instance works for it: its deliveries go one after the other, so their order is kept, a robot's
 * rate is one instance's to keep, and who does not answer holds up nobody else.
 *
 * @param target for whom it works
 * @param holder names the claim; another claim has another name
 * @param wakes how often deliveries had been planned when it was claimed
 * @param failures tries in a row that failed
 * @param failingSince when the first of these was; null if there is none
 */
public record Lane(
        Target target,
        String holder,
        long wakes,
        int failures,
        @Nullable Instant failingSince) {

    /**
     * How a lane is left.
     *
     * @param rest before which nobody calls the target again
     * @param failures tries in a row that failed
     * @param failingSince when the first of these was, or null
     * @param paused why nobody calls it any more until a person says so, or null
     */
    public record Left(
            Instant rest,
            int failures,
            @Nullable Instant failingSince,
            @Nullable String paused) {}

    /** This lane after a try. */
    public Lane after(Answer answer, Instant now) {
        return answer instanceof Answer.Taken
                ? new Lane(target, holder, wakes, 0, null)
                : new Lane(target, holder, wakes, failures + 1, failingSince == null ? now : failingSince);
    }

    /**
     * Leaves it after the try that {@code answer} came of: for a moment where it was heard; after a failure to rest, longer
     * each time; and until somebody looks after it when that has been tried often enough, or nobody is there.
     *
     * @param pace how long to wait between two tries that are heard
     */
    public Left left(Answer answer, Instant now, Duration pace, Retries retries) {
        boolean enough = failures > retries.most();
        return switch (answer) {
            case Answer.Taken taken -> resting(now.plus(pace));
            case Answer.Refused refused -> enough ? paused(now, refused.detail()) : resting(now.plus(pace));
            case Answer.Failed failed ->
                enough
                        ? paused(now, failed.detail())
                        : resting(now.plus(longer(retries.pause(failures), failed.after())));
            case Answer.Gone gone -> paused(now, gone.detail());
        };
    }

    /** Leaves it at rest until then. */
    public Left resting(Instant rest) {
        return new Left(rest, failures, failingSince, null);
    }

    private Left paused(Instant now, String why) {
        return new Left(now, failures, failingSince, why);
    }

    private static Duration longer(Duration ours, @Nullable Duration theirs) {
        return theirs == null || theirs.compareTo(ours) < 0 ? ours : theirs;
    }
}
