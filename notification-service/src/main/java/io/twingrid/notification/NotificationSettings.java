package io.twingrid.notification;

import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.io.Resource;
import org.springframework.util.unit.DataSize;

/**
 * What bounds and times this service; each number is explained where it stands, in {@code notification-service.yaml}.
 *
 * @param rules who is told what
 * @param zone the town's clock, for times in texts
 * @param heartbeat pause between two signs of life on a quiet stream
 * @param retry how long a client waits before it connects again
 * @param queue notices that may wait for one reader; what comes besides he gets from the store
 * @param patience a reader whose queue is full and who takes nothing for so long is disconnected
 * @param sendBuffer bytes that the kernel keeps for one connection
 * @param headsRemembered audiences whose last number is kept in memory
 * @param announcementsKept how long an announcement stays on its topic
 * @param streamsPerPerson live streams that one person may have at a time, on one instance
 * @param kept how long a notice is kept
 * @param sweep pause between two looks for notices that are not kept any more
 * @param membershipTrusted how long it counts whom a token made its bearer part of, after it was seen last
 */
@ConfigurationProperties("notification")
public record NotificationSettings(
        Resource rules,
        ZoneId zone,
        Duration heartbeat,
        Duration retry,
        int queue,
        Duration patience,
        DataSize sendBuffer,
        int headsRemembered,
        Duration announcementsKept,
        Duration membershipTrusted,
        int streamsPerPerson,
        Duration kept,
        Duration sweep) {
    public NotificationSettings {
        atLeast("heartbeat", heartbeat.toMillis(), 1);
        atLeast("retry", retry.toMillis(), 1);
        atLeast("queue", queue, 1);
        atLeast("patience", patience.toMillis(), 1);
        atLeast("send-buffer", sendBuffer.toBytes(), 1024);
        atLeast("heads-remembered", headsRemembered, 1);
        atLeast("announcements-kept", announcementsKept.toMillis(), 1);
        atLeast("membership-trusted", membershipTrusted.toMillis(), 1);
        atLeast("streams-per-person", streamsPerPerson, 1);
        atLeast("kept", kept.toMillis(), 1);
        atLeast("sweep", sweep.toMillis(), 1);
    }

    private static void atLeast(String name, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException("notification." + name + " must be at least " + least + ": " + value);
        }
    }
}
