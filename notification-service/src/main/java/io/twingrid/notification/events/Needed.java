package io.twingrid.notification.events;

import io.twingrid.chassis.fact.UnreadableFactException;
import io.twingrid.notification.domain.Detail;
import io.twingrid.notification.domain.Heard;

/** Holds a fact to what its row of the table needs. */
final class Needed {
    private Needed() {}

    /**
     * Answers {@code heard}.
     *
     * @throws UnreadableFactException if it lacks something
     */
    static Heard in(Heard heard, Detail... needed) {
        for (Detail detail : needed) {
            if (!heard.details().known().contains(detail)) {
                throw new UnreadableFactException("a fact '" + heard.occasion().word() + "' without " + detail.word());
            }
        }
        return heard;
    }
}
