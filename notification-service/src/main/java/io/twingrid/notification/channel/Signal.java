package io.twingrid.notification.channel;

import io.twingrid.notification.domain.Notice;

/** What a stream is woken by. */
sealed interface Signal {

    /** This notice was stored. */
    record Announced(Notice notice) implements Signal {}

    /** Something may have been missed: look into the store. */
    record LookAgain() implements Signal {}
}
