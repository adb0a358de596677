package io.twingrid.notification.channel;

import java.time.Duration;

/**
 * What bounds one stream.
 *
 * @param queue signals that may wait for a reader; one more and he is disconnected
 * @param heartbeat pause between two signs of life on a quiet stream
 */
public record StreamLimits(int queue, Duration heartbeat) {}
