package io.twingrid.points;

import io.twingrid.points.PointsSettings.Expiring;
import io.twingrid.points.domain.Cause;
import io.twingrid.points.domain.LedgerEntries;
import io.twingrid.points.domain.LedgerEntry;
import io.twingrid.points.domain.Lots;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lets unused points lapse, on the first day of a month, those that are older than so many months; first in, first out. It is
 * announced before, by an entry of no points, and nothing lapses that was not announced in time: if the service was down
 * then, or the points of an old report came after it, they stay a month longer.
 */
final class Expiry {
    private final LedgerEntries entries;
    private final Ledger ledger;
    private final Expiring settings;
    private final ZoneId zone;
    private final Clock clock;

    Expiry(LedgerEntries entries, Ledger ledger, Expiring settings, ZoneId zone, Clock clock) {
        this.entries = entries;
        this.ledger = ledger;
        this.settings = settings;
        this.zone = zone;
        this.clock = clock;
    }

    /** Announces and takes away what is due; asking again on the same day changes nothing. */
    Mono<Void> run() {
        if (settings.afterMonths() == 0) {
            return Mono.empty();
        }
        return entries.observers()
                .concatMap(observer -> expire(observer).then(announce(observer)))
                .then();
    }

    private Mono<?> announce(String observer) {
        LocalDate day = today().with(TemporalAdjusters.firstDayOfNextMonth());
        if (today().plusDays(settings.announcedBefore().toDays()).isBefore(day)) {
            return Mono.empty();
        }
        return unused(observer, day, Long.MAX_VALUE)
                .filter(points -> points > 0)
                .flatMap(points ->
                        ledger.append(observer, account -> account.announceExpiry(points, day, clock.instant())));
    }

    private Mono<?> expire(String observer) {
        LocalDate day = today().with(TemporalAdjusters.firstDayOfMonth());
        return ledger.entryOf(observer, Cause.expiryAnnounced(day))
                .filter(announced -> inTime(announced, day))
                .flatMap(announced -> ledger.appendReading(observer, account -> unused(observer, day, announced.seq())
                        .map(points -> account.expire(points, day, startOf(day)))));
    }

    /** An announcement made on the last day is too late for this month. */
    private boolean inTime(LedgerEntry announced, LocalDate day) {
        return announced
                .at()
                .isBefore(startOf(day.minusDays(settings.announcedBefore().toDays() / 2)));
    }

    private Mono<Long> unused(String observer, LocalDate day, long upTo) {
        Instant earnedBefore = startOf(day.minusMonths(settings.afterMonths()));
        return Flux.defer(() -> entries.after(observer, 0))
                .reduceWith(Lots::new, Lots::add)
                .map(lots -> lots.earnedBefore(earnedBefore, upTo));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
