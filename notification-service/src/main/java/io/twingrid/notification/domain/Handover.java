package io.twingrid.notification.domain;

import java.util.List;

/**
 * A stored notice on its way out: the robots and webhooks of its audience are found by {@link Notice#audience()}, the
 * persons are here.
 *
 * @param notice what is told
 * @param recipients those of its audience who can be told outside the live stream
 */
public record Handover(Notice notice, List<Recipient> recipients) {
    public Handover {
        recipients = List.copyOf(recipients);
    }
}
