package io.twingrid.escalation;

import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What bounds the centre's work.
 *
 * @param longestText characters that a reason or a note may have
 * @param mostPhotos photos that a resolution may name
 * @param mostHistory lines of a case's history after which no more notes are taken
 * @param longestWait how far ahead a limit, a review date or a care task's times may lie
 * @param page cases on a page of the list if the client does not say
 * @param largestPage cases on a page at most
 * @param zone in whose months figures are counted
 * @param mostMonths that one question about figures may span
 * @param rebuild whether the cases are made anew out of the topic at start, if their store is empty
 */
@ConfigurationProperties("escalation")
public record EscalationSettings(
        @DefaultValue("2000") int longestText,
        @DefaultValue("9") int mostPhotos,
        @DefaultValue("500") int mostHistory,
        @DefaultValue("365d") Duration longestWait,
        @DefaultValue("20") int page,
        @DefaultValue("100") int largestPage,
        @DefaultValue("Asia/Shanghai") ZoneId zone,
        @DefaultValue("24") int mostMonths,
        @DefaultValue("false") boolean rebuild) {
    public EscalationSettings {
        atLeastOne("longest-text", longestText);
        atLeastOne("most-photos", mostPhotos);
        atLeastOne("most-history", mostHistory);
        atLeastOne("page", page);
        atLeastOne("most-months", mostMonths);
        positive("longest-wait", longestWait);
        if (largestPage < page) {
            throw new IllegalArgumentException("escalation.largest-page must be at least escalation.page: " + page);
        }
    }

    private static void positive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("escalation." + name + " must be longer than nothing: " + value);
        }
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("escalation." + name + " must be at least 1: " + value);
        }
    }
}
