package io.twingrid.escalation;

import io.twingrid.escalation.domain.care.CareRules;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What bounds care tasks.
 *
 * @param keys keys that addresses are encrypted with, each {@code id:key}, the key 32 bytes in Base64. The first encrypts,
 *     all decrypt: a new key is put in front, an old one stays until its last task is over. Without keys no task is made
 * @param unclaimedBefore how long before a task's end the centre is told that nobody has claimed it
 * @param lateBefore how long before a task's end the centre is told that it is not there yet
 * @param mostWrongCodes after so many wrong codes only staff confirm
 * @param points for the observer if who makes the task does not say
 * @param mostPoints that a task may have
 */
@ConfigurationProperties("escalation.care")
public record CareSettings(
        @DefaultValue List<String> keys,
        @DefaultValue("60m") Duration unclaimedBefore,
        @DefaultValue("15m") Duration lateBefore,
        @DefaultValue("5") int mostWrongCodes,
        @DefaultValue("10") int points,
        @DefaultValue("50") int mostPoints) {
    public CareSettings {
        keys = keys.stream().filter(key -> !key.isBlank()).toList();
        if (lateBefore.isNegative() || unclaimedBefore.isNegative()) {
            throw new IllegalArgumentException("escalation.care.unclaimed-before and late-before are not negative");
        }
        if (mostWrongCodes < 1) {
            throw new IllegalArgumentException(
                    "escalation.care.most-wrong-codes must be at least 1: " + mostWrongCodes);
        }
        if (points < 0 || mostPoints < points) {
            throw new IllegalArgumentException("escalation.care.points must be from 0 to most-points: " + points);
        }
    }

    CareRules rules() {
        return new CareRules(unclaimedBefore, lateBefore, mostWrongCodes);
    }
}
