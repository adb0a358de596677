package io.twingrid.notification.domain;

import static io.twingrid.notification.domain.Detail.AMOUNT;
import static io.twingrid.notification.domain.Detail.BALANCE;
import static io.twingrid.notification.domain.Detail.CATEGORY;
import static io.twingrid.notification.domain.Detail.CAUSE;
import static io.twingrid.notification.domain.Detail.COMMUNITY;
import static io.twingrid.notification.domain.Detail.DEPARTMENT;
import static io.twingrid.notification.domain.Detail.DUE_BY;
import static io.twingrid.notification.domain.Detail.GRID;
import static io.twingrid.notification.domain.Detail.HANDLER;
import static io.twingrid.notification.domain.Detail.LEVEL;
import static io.twingrid.notification.domain.Detail.NUMBER;
import static io.twingrid.notification.domain.Detail.OBSERVER;
import static io.twingrid.notification.domain.Detail.PRIORITY;
import static io.twingrid.notification.domain.Detail.REASON;
import static io.twingrid.notification.domain.Detail.REPORTER;
import static io.twingrid.notification.domain.Detail.REPORT_ID;
import static io.twingrid.notification.domain.Detail.RESOLVE_BY;
import static io.twingrid.notification.domain.Detail.STREET;
import static io.twingrid.notification.domain.Detail.VERIFY_BY;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The kinds of facts that can be told of, and what is known on each. */
public enum Occasion {
    SUBMITTED,
    ROUTED,
    VERIFIED,
    REJECTED,
    ASSIGNED,
    ESCALATED,
    DISPATCHED,
    DECLINED,
    RETURNED,
    RESOLVED,
    CLOSED,
    CREDITED,
    REVERSED;

    /** The fact's short name: the last word of its type, and the event's name in the stream. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether {@code detail} may be known on this occasion. */
    public boolean tells(Detail detail) {
        return details().contains(detail);
    }

    /**
     * The occasion of a fact of this short name.
     *
     * @throws IllegalArgumentException if no fact is called so; the message says which there are
     */
    public static Occasion of(String word) {
        return Arrays.stream(values())
                .filter(occasion -> occasion.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody hears of '" + word + "', only of "
                        + Arrays.stream(values()).map(Occasion::word).collect(Collectors.joining(" "))));
    }

    private Set<Detail> details() {
        return switch (this) {
            case SUBMITTED, VERIFIED -> ofReport();
            case ROUTED -> ofReport(PRIORITY, VERIFY_BY, RESOLVE_BY);
            case REJECTED, RETURNED, CLOSED -> ofReport(REASON);
            case ASSIGNED -> ofReport(LEVEL, HANDLER);
            case ESCALATED -> ofReport(CAUSE, PRIORITY);
            case DISPATCHED -> ofReport(DEPARTMENT, DUE_BY);
            case DECLINED -> ofReport(DEPARTMENT, REASON);
            case RESOLVED -> ofReport(LEVEL, DEPARTMENT);
            case CREDITED, REVERSED -> EnumSet.of(REPORT_ID, OBSERVER, AMOUNT, BALANCE);
        };
    }

    /** What is on every report's card, and what a fact adds to it. */
    private static Set<Detail> ofReport(Detail... own) {
        Set<Detail> details = EnumSet.of(REPORT_ID, NUMBER, CATEGORY, REPORTER, STREET, COMMUNITY, GRID);
        details.addAll(List.of(own));
        return details;
    }
}
