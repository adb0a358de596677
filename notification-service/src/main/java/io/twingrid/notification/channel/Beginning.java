package io.twingrid.notification.channel;

import io.twingrid.notification.domain.Audience;

/**
 * Where a stream begins in one of its reader's audiences.
 *
 * @param place the last seq that he has
 * @param kept the last seq before the oldest that he can still be given; greater than {@code place} if some are gone
 * @param head the last seq of all
 */
record Beginning(Audience audience, long place, long kept, long head) {
    /** How many notices are gone that he was not given. */
    long missed() {
        return kept - place;
    }
}
