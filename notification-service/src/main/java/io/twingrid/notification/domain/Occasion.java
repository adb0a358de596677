package io.twingrid.notification.domain;

import static io.twingrid.notification.domain.Detail.AMOUNT;
import static io.twingrid.notification.domain.Detail.BALANCE;
import static io.twingrid.notification.domain.Detail.CATEGORY;
import static io.twingrid.notification.domain.Detail.CAUSE;
import static io.twingrid.notification.domain.Detail.COMMUNITY;
import static io.twingrid.notification.domain.Detail.CO_DEPARTMENTS;
import static io.twingrid.notification.domain.Detail.CREDENTIAL;
import static io.twingrid.notification.domain.Detail.DEPARTMENT;
import static io.twingrid.notification.domain.Detail.DUE_BY;
import static io.twingrid.notification.domain.Detail.FOLLOWERS;
import static io.twingrid.notification.domain.Detail.GRID;
import static io.twingrid.notification.domain.Detail.GROUP;
import static io.twingrid.notification.domain.Detail.HANDLER;
import static io.twingrid.notification.domain.Detail.KIND;
import static io.twingrid.notification.domain.Detail.LEVEL;
import static io.twingrid.notification.domain.Detail.MAKER;
import static io.twingrid.notification.domain.Detail.NUMBER;
import static io.twingrid.notification.domain.Detail.OBSERVER;
import static io.twingrid.notification.domain.Detail.ON;
import static io.twingrid.notification.domain.Detail.POINTS;
import static io.twingrid.notification.domain.Detail.PRIORITY;
import static io.twingrid.notification.domain.Detail.PUBLIC;
import static io.twingrid.notification.domain.Detail.READY_FROM;
import static io.twingrid.notification.domain.Detail.REASON;
import static io.twingrid.notification.domain.Detail.REPORTER;
import static io.twingrid.notification.domain.Detail.REPORT_ID;
import static io.twingrid.notification.domain.Detail.RESOLVE_BY;
import static io.twingrid.notification.domain.Detail.REVIEW_ON;
import static io.twingrid.notification.domain.Detail.STAGE;
import static io.twingrid.notification.domain.Detail.STREET;
import static io.twingrid.notification.domain.Detail.TASK_ID;
import static io.twingrid.notification.domain.Detail.TOPIC;
import static io.twingrid.notification.domain.Detail.UNTIL;
import static io.twingrid.notification.domain.Detail.URGES;
import static io.twingrid.notification.domain.Detail.VERIFY_BY;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The kinds of facts that can be told of, and what may be known on each. */
public enum Occasion {
    // Of a report
    SUBMITTED(report()),
    ROUTED(report(VERIFY_BY, RESOLVE_BY)),
    VERIFIED(report()),
    REJECTED(report(REASON)),
    MERGED(report()),
    UNMERGED(report(VERIFY_BY, RESOLVE_BY)),
    JOINED(report()),
    PARTED(report()),
    TRANSFERRED(report(REASON)),
    VERIFICATION_OVERDUE(report(VERIFY_BY)),
    ASSIGNED(report(LEVEL)),
    NOTED(report(LEVEL, PUBLIC)),
    HELD(report(LEVEL, REASON, REVIEW_ON)),
    RESUMED(report(LEVEL, RESOLVE_BY, DUE_BY)),
    EXTENSION_REQUESTED(report(LEVEL, REASON, UNTIL)),
    EXTENSION_DECLINED(report(LEVEL, REASON)),
    EXTENDED(report(LEVEL, REASON, UNTIL)),
    ESCALATED(report(CAUSE)),
    DISPATCHED(report(CO_DEPARTMENTS, DUE_BY)),
    ACCEPTED(report()),
    DECLINED(report(REASON)),
    REPORTED_IN(report()),
    RETURNED(report(REASON)),
    URGED(report(STAGE, DUE_BY, URGES)),
    RESOLVED(report(LEVEL)),
    REWORK_REQUESTED(report(LEVEL, REASON, RESOLVE_BY)),
    REOPENED(report(LEVEL, REASON, RESOLVE_BY)),
    INVALIDATED(report(REASON)),
    CLOSED(report(REASON)),
    // Of a care task
    CARE_OFFERED(care(READY_FROM, DUE_BY, POINTS)),
    CARE_CLAIMED(care()),
    CARE_RELEASED(care(REASON)),
    CARE_PICKED_UP(care()),
    CARE_DELIVERED(care()),
    CARE_CONFIRMED(care(POINTS)),
    CARE_UNCLAIMED(care(DUE_BY)),
    CARE_LATE(care(DUE_BY)),
    CARE_SETTLED(care()),
    CARE_CANCELLED(care(REASON)),
    // Of an observer and his points
    CREDITED(entry()),
    REVERSED(entry()),
    ADJUSTED(entry(REASON)),
    EXPIRED(entry()),
    EXPIRING(EnumSet.of(OBSERVER, POINTS, ON)),
    REDEEMED(entry()),
    REFUNDED(entry()),
    APPOINTED(EnumSet.of(OBSERVER, CREDENTIAL)),
    SUSPENDED(EnumSet.of(OBSERVER, REASON)),
    REVOKED(EnumSet.of(OBSERVER, REASON)),
    MOVED(EnumSet.of(OBSERVER)),
    // Of the house itself
    PARKED(EnumSet.of(TOPIC, GROUP));

    @SuppressWarnings("ImmutableEnumChecker") // it is made here and given to nobody
    private final Set<Detail> details;

    Occasion(Set<Detail> details) {
        this.details = details;
    }

    /** The fact's short name, with its topic's before it for care tasks: the event's name in the stream. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether {@code detail} may be known on this occasion. */
    public boolean tells(Detail detail) {
        return details.contains(detail);
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

    /** What is on every report's card, and what a fact adds to it. */
    private static Set<Detail> report(Detail... own) {
        Set<Detail> details = EnumSet.of(
                REPORT_ID,
                NUMBER,
                CATEGORY,
                PRIORITY,
                STREET,
                COMMUNITY,
                GRID,
                REPORTER,
                FOLLOWERS,
                HANDLER,
                DEPARTMENT);
        details.addAll(List.of(own));
        return details;
    }

    /** What is on every care task's card, and what a fact adds to it. */
    private static Set<Detail> care(Detail... own) {
        Set<Detail> details = EnumSet.of(TASK_ID, KIND, STREET, COMMUNITY, GRID, MAKER, OBSERVER);
        details.addAll(List.of(own));
        return details;
    }

    /** What an entry in the ledger says; it may be about a report, whose card is known then. */
    private static Set<Detail> entry(Detail... own) {
        Set<Detail> details = EnumSet.of(OBSERVER, AMOUNT, BALANCE, REPORT_ID, NUMBER, CATEGORY);
        details.addAll(List.of(own));
        return details;
    }
}
