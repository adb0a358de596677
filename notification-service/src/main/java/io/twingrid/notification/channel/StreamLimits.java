package io.twingrid.notification.channel;

import java.time.Duration;

/**
 * What bounds the streams.
 *
 * @param queue signals that may wait for a reader; what comes besides is read from the store once he has taken them
 * @param patience a reader whose queue is full and who takes nothing for so long is disconnected
 * @param heartbeat pause between two signs of life on a quiet stream
 * @param perPerson streams that one person may have at a time
 */
public record StreamLimits(int queue, Duration patience, Duration heartbeat, int perPerson) {}
