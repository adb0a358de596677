package io.twingrid.escalation;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the centre and the departments have. What is not said to be otherwise is working time; what is urgent runs day and
 * night.
 *
 * @param dispatchWithin how long the centre has to dispatch what it receives
 * @param reportInWithin how long departments have to report in when they are summoned (吹哨报到)
 * @param resolveWithin how long a department has for a category that the catalogue does not name (any more)
 * @param answerWithin how long a department has to answer what was delivered to its own system, again after each reminder
 * @param urgeAgainAfter when, after a time ended, the second level is urged, the third and so on; the first is at its end
 * @param samePressWithin how long a second press of the same person is a double click; not working time
 * @param mostDeclines how many declines in a row a case takes before one coordinator has it in hand
 */
@ConfigurationProperties("escalation.deadlines")
public record DeadlineSettings(
        @DefaultValue("4h") Duration dispatchWithin,
        @DefaultValue("2h") Duration reportInWithin,
        @DefaultValue("72h") Duration resolveWithin,
        @DefaultValue("4h") Duration answerWithin,
        @DefaultValue({"4h", "8h"}) List<Duration> urgeAgainAfter,
        @DefaultValue("5m") Duration samePressWithin,
        @DefaultValue("3") int mostDeclines) {
    public DeadlineSettings {
        urgeAgainAfter = List.copyOf(urgeAgainAfter);
        positive("dispatch-within", dispatchWithin);
        positive("report-in-within", reportInWithin);
        positive("resolve-within", resolveWithin);
        positive("answer-within", answerWithin);
        positive("same-press-within", samePressWithin);
        Duration before = Duration.ZERO;
        for (Duration after : urgeAgainAfter) {
            if (after.compareTo(before) <= 0) {
                throw new IllegalArgumentException(
                        "escalation.deadlines.urge-again-after must be times that grow: " + urgeAgainAfter);
            }
            before = after;
        }
        if (mostDeclines < 1) {
            throw new IllegalArgumentException(
                    "escalation.deadlines.most-declines must be at least 1: " + mostDeclines);
        }
    }

    private static void positive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("escalation.deadlines." + name + " must be longer than nothing");
        }
    }
}
