package io.twingrid.points;

import io.twingrid.points.domain.RefusedException;
import io.twingrid.points.domain.activity.Activities;
import io.twingrid.points.domain.activity.Activity;
import java.time.Clock;
import java.time.Instant;
import reactor.core.publisher.Mono;

/**
 * Taking part in activities. The points of an attendance are credited when its fact is heard back from {@code points-events}: it
 * is in the same write as the attendance, so neither is there without the other.
 *
 * <p>What the rules refuse is an error of {@link RefusedException}; empty means that there is no such activity.
 */
public final class Participating {
    private final Activities activities;
    private final Clock clock;

    Participating(Activities activities, Clock clock) {
        this.activities = activities;
        this.clock = clock;
    }

    /** A code as it is shown on site, and when the next one comes. */
    public record Shown(String code, Instant until) {}

    /** Puts an activity in, or changes what is said of it. */
    public Mono<Activity> put(Activity activity) {
        return activities
                .change(activity.id(), there -> there.mend(activity))
                .switchIfEmpty(Mono.defer(() -> activities.add(activity)));
    }

    /** A secret for a new activity's code. */
    public String newSecret() {
        return OnSiteCode.newSecret();
    }

    /** Takes a place. */
    public Mono<Activity> signUp(String id, String observer) {
        return activities.change(id, activity -> activity.signUp(observer, clock.instant()));
    }

    /** Gives a place back. */
    public Mono<Activity> leave(String id, String observer) {
        return activities.change(id, activity -> activity.leave(observer, clock.instant()));
    }

    /** Staff saw him there. */
    public Mono<Activity> attend(String id, String observer, String by) {
        return activities.change(id, activity -> activity.attend(observer, by, clock.instant()));
    }

    /** He read the code on site; a wrong one is counted and refused. */
    public Mono<Activity> attendByCode(String id, String observer, String code) {
        Instant now = clock.instant();
        return activities
                .change(
                        id,
                        activity ->
                                activity.attendByCode(observer, OnSiteCode.isRight(activity.secret(), code, now), now))
                .flatMap(activity -> activity.participant(observer)
                                .filter(who -> who.attendedAt() != null)
                                .isPresent()
                        ? Mono.just(activity)
                        : Mono.error(new RefusedException("This is not the code that is shown now.")));
    }

    /** The code to show on site now. */
    public Mono<Shown> code(String id) {
        Instant now = clock.instant();
        return activities
                .find(id)
                .map(activity -> new Shown(OnSiteCode.at(activity.secret(), now), OnSiteCode.nextAfter(now)));
    }
}
