package io.twingrid.notification.channel;

import io.twingrid.notification.domain.Retries;
import java.time.Duration;

/**
 * What bounds deliveries.
 *
 * @param every pause between two looks for what is due
 * @param parallel targets of one kind that are served at the same time by this instance
 * @param timeLimit how long one message may take
 * @param lease how long a target stays claimed by an instance that says nothing any more
 * @param giveUpAfter when what could not be sent is no news any more
 * @param retries how long to wait after failures
 */
public record DeliveryLimits(
        Duration every, int parallel, Duration timeLimit, Duration lease, Duration giveUpAfter, Retries retries) {}
