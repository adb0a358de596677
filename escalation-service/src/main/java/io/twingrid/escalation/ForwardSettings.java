package io.twingrid.escalation;

import io.twingrid.escalation.domain.forward.ForwardRules;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What bounds the forwarding of dispatches to departments' own systems.
 *
 * @param every pause between two looks for what is due
 * @param mostAtOnce forwards that are worked on side by side
 * @param callWithin how long one call of another system may take
 * @param lease how long who has taken a forward up has it to himself; longer than a call
 * @param firstRetry pause after the first failure; each further one doubles it
 * @param longestRetry the longest pause
 * @param askEvery pause between two questions to an Open311 endpoint
 * @param longestAnswer characters of another system's words that are written down
 * @param keys {@code department:key}: Open311's api_key, or what a webhook's letters are signed with, {@code whsec_…}
 * @param publicUrl where the town is reached from outside, for links in letters; none without it
 * @param mailFrom whom letters by e-mail come from
 */
@ConfigurationProperties("escalation.forward")
record ForwardSettings(
        @DefaultValue("2s") Duration every,
        @DefaultValue("8") int mostAtOnce,
        @DefaultValue("10s") Duration callWithin,
        @DefaultValue("2m") Duration lease,
        @DefaultValue("30s") Duration firstRetry,
        @DefaultValue("1h") Duration longestRetry,
        @DefaultValue("15m") Duration askEvery,
        @DefaultValue("500") int longestAnswer,
        @DefaultValue List<String> keys,
        @Nullable String publicUrl,
        @DefaultValue("twingrid@localhost") String mailFrom) {
    ForwardSettings {
        keys = keys.stream().filter(key -> !key.isBlank()).toList();
        publicUrl = publicUrl == null || publicUrl.isBlank() ? null : publicUrl;
        for (Duration positive : List.of(every, callWithin, firstRetry, askEvery)) {
            if (!positive.isPositive()) {
                throw new IllegalArgumentException(
                        "escalation.forward's every, call-within, first-retry and ask-every must be longer than nothing");
            }
        }
        // A call may be two: Open311 is asked for a number first and for the state then.
        if (lease.compareTo(callWithin.multipliedBy(2)) <= 0) {
            throw new IllegalArgumentException(
                    "escalation.forward.lease must be longer than twice call-within: " + lease);
        }
        if (longestRetry.compareTo(firstRetry) < 0) {
            throw new IllegalArgumentException(
                    "escalation.forward.longest-retry must be at least first-retry: " + longestRetry);
        }
        if (mostAtOnce < 1 || longestAnswer < 1) {
            throw new IllegalArgumentException("escalation.forward.most-at-once and longest-answer must be at least 1");
        }
        keysByDepartment(keys);
    }

    ForwardRules rules() {
        return new ForwardRules(lease, firstRetry, longestRetry, askEvery);
    }

    Map<String, String> keysByDepartment() {
        return keysByDepartment(keys);
    }

    private static Map<String, String> keysByDepartment(List<String> keys) {
        Map<String, String> byDepartment = new HashMap<>();
        for (String key : keys) {
            int colon = key.indexOf(':');
            if (colon < 1 || byDepartment.put(key.substring(0, colon), key.substring(colon + 1)) != null) {
                throw new IllegalArgumentException("escalation.forward.keys are written 'department:key', each once");
            }
        }
        return byDepartment;
    }
}
