package io.twingrid.notification;

import io.twingrid.notification.channel.DeliveryLimits;
import io.twingrid.notification.channel.http.OutsideLimits;
import io.twingrid.notification.channel.robot.Robot;
import io.twingrid.notification.domain.Retries;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * What bounds and times deliveries; each number is explained where it stands, in {@code notification-service.yaml}.
 *
 * @param origin where the links of notices begin, as people reach the town
 * @param storeKey what secrets in the store are sealed with, or empty
 * @param every pause between two looks for what is due
 * @param parallel targets of one kind that are served at the same time
 * @param timeLimit how long one message may take
 * @param lease how long a target stays claimed by an instance that says nothing any more
 * @param retries pauses after failures in a row; behind the last the target is paused
 * @param giveUpAfter when what could not be sent is no news any more
 * @param kept how long after its time a delivery is there to be looked at
 * @param digestAt the town's time of day for digests
 * @param outside what may be called
 * @param rates messages a minute that robots take
 * @param push how browsers are told
 * @param mailFrom whom mails come from
 */
@ConfigurationProperties("notification.delivery")
public record DeliverySettings(
        URI origin,
        String storeKey,
        Duration every,
        int parallel,
        Duration timeLimit,
        Duration lease,
        List<Duration> retries,
        Duration giveUpAfter,
        Duration kept,
        LocalTime digestAt,
        OutsideSettings outside,
        Rates rates,
        PushSettings push,
        String mailFrom) {
    private static final int SHORTEST_KEY = 16;

    public DeliverySettings {
        check(origin.isAbsolute(), "origin must be a URL: " + origin);
        check(
                storeKey.isEmpty() || storeKey.length() >= SHORTEST_KEY,
                "store-key must have at least " + SHORTEST_KEY + " characters");
        check(every.isPositive(), "every must be longer than nothing: " + every);
        check(parallel > 0, "parallel must be at least 1: " + parallel);
        check(timeLimit.isPositive(), "time-limit must be longer than nothing: " + timeLimit);
        check(
                lease.compareTo(timeLimit.multipliedBy(2)) >= 0,
                "lease must be at least twice the time-limit, or two instances would send the same: " + lease);
        check(giveUpAfter.isPositive(), "give-up-after must be longer than nothing: " + giveUpAfter);
        check(kept.compareTo(giveUpAfter) >= 0, "kept must not be shorter than give-up-after: " + kept);
    }

    /**
     * What may be called.
     *
     * @param hosts that may be called wherever they are, also over http
     * @param connect how long making a connection may take
     * @param idle how long a connection that nobody uses is kept
     * @param connections to one host at the same time
     * @param lookups names that are looked up at the same time
     * @param answer what is read of an answer
     */
    public record OutsideSettings(
            Set<String> hosts, Duration connect, Duration idle, int connections, int lookups, DataSize answer) {
        public OutsideSettings {
            hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
            check(connect.isPositive(), "outside.connect must be longer than nothing: " + connect);
            check(idle.isPositive(), "outside.idle must be longer than nothing: " + idle);
            check(connections > 0, "outside.connections must be at least 1: " + connections);
            check(lookups > 0, "outside.lookups must be at least 1: " + lookups);
            check(answer.toBytes() > 0, "outside.answer must be at least 1B: " + answer);
        }
    }

    /** Messages a minute that the robots of each kind take. */
    public record Rates(int wecom, int dingtalk, int feishu) {
        /** So much slower than allowed, because their clock is not ours. */
        private static final double MARGIN = 1.05;

        public Rates {
            check(wecom > 0 && dingtalk > 0 && feishu > 0, "rates must be at least 1 a minute");
        }

        /** The pause between two messages to one robot. */
        Duration pace(Robot robot) {
            int perMinute =
                    switch (robot) {
                        case WECOM -> wecom;
                        case DINGTALK -> dingtalk;
                        case FEISHU -> feishu;
                    };
            return Duration.ofMillis(Math.round(Duration.ofMinutes(1).toMillis() * MARGIN / perMinute));
        }
    }

    /**
     * How browsers are told.
     *
     * @param contact whom a push service can write to about us, {@code mailto:} or {@code https:}
     * @param ttl how long a push service keeps a message for a browser that is not there
     * @param most browsers of one person
     */
    public record PushSettings(String contact, Duration ttl, int most) {
        public PushSettings {
            check(
                    contact.startsWith("mailto:") || contact.startsWith("https:"),
                    "push.contact must begin with mailto: or https: " + contact);
            check(!ttl.isNegative(), "push.ttl must not be negative: " + ttl);
            check(most > 0, "push.most must be at least 1: " + most);
        }
    }

    DeliveryLimits limits() {
        return new DeliveryLimits(every, parallel, timeLimit, lease, giveUpAfter, new Retries(retries));
    }

    OutsideLimits outsideLimits() {
        return new OutsideLimits(
                outside.hosts(),
                outside.connect(),
                timeLimit,
                outside.idle(),
                outside.connections(),
                outside.lookups(),
                Math.toIntExact(outside.answer().toBytes()));
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("notification.delivery." + otherwise);
        }
    }
}
