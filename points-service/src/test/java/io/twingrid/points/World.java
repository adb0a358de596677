package io.twingrid.points;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.twingrid.points.PointsSettings.Expiring;
import io.twingrid.points.PointsSettings.Racing;
import io.twingrid.points.PointsSettings.Sweeping;
import io.twingrid.points.domain.ActivityFact.Attended;
import io.twingrid.points.domain.Adjustments;
import io.twingrid.points.domain.AwardRules;
import io.twingrid.points.domain.Catalogue;
import io.twingrid.points.domain.Catalogue.Category;
import io.twingrid.points.domain.Catalogue.Points;
import io.twingrid.points.domain.FollowedReports;
import io.twingrid.points.domain.LedgerEntries;
import io.twingrid.points.domain.LedgerEntry;
import io.twingrid.points.domain.PointsFact;
import io.twingrid.points.domain.ReportAreas;
import io.twingrid.points.domain.activity.Activities;
import io.twingrid.points.domain.activity.Activity;
import io.twingrid.points.domain.observer.Observers;
import io.twingrid.points.domain.reward.Redemption;
import io.twingrid.points.domain.reward.Redemption.State;
import io.twingrid.points.domain.reward.Redemptions;
import io.twingrid.points.domain.reward.Reward;
import io.twingrid.points.domain.reward.Rewards;
import io.twingrid.points.domain.standing.Boards;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All use cases of the service over ports in memory, each call of which can be made to fail. */
final class World {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** A month's first day, on which points lapse. */
    static final Instant NINE = Instant.parse("2026-12-01T01:00:00Z");

    static final Racing RACING = new Racing(3, Duration.ofMillis(1), Duration.ofMillis(1));

    private static final AwardRules RULES = AwardRules.of(
            new Catalogue(new Points(Map.of(), 3, 2, 5, 30, 500), List.of(new Category("01037", 8))), ZONE);
    private static final Clock CLOCK = Clock.fixed(NINE, ZONE);

    final Faults faults = new Faults();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final InMemoryLedgerEntries points = new InMemoryLedgerEntries();
    private final InMemoryLedgerEntries units = new InMemoryLedgerEntries();
    private final InMemoryLedgerEntries counts = new InMemoryLedgerEntries();
    private final InMemoryAdjustments adjustments = new InMemoryAdjustments();
    private final InMemoryRewards rewards = new InMemoryRewards();
    private final InMemoryRewards.OfRedemptions redemptions = new InMemoryRewards.OfRedemptions();
    private final InMemoryObservers observers = new InMemoryObservers();
    private final InMemoryActivities activities = new InMemoryActivities();
    private final InMemoryReports reports = new InMemoryReports();

    private final LedgerEntries entries = faults.on(LedgerEntries.class, points);
    private final Ledger ledger = ledger("points", entries);
    private final Stocks stocks = new Stocks(ledger("stock", faults.on(LedgerEntries.class, units)), CLOCK);
    final Happenings happenings = happenings();
    final Adjusting adjusting = new Adjusting(faults.on(Adjustments.class, adjustments), ledger, 100, CLOCK);
    final Redeeming redeeming = new Redeeming(
            faults.on(Rewards.class, rewards),
            faults.on(Redemptions.class, redemptions),
            stocks,
            faults.on(Observers.class, observers),
            ledger,
            entries,
            CLOCK);
    final Participating participating = new Participating(faults.on(Activities.class, activities), CLOCK);

    World() {
        observers.add(InMemoryObservers.active("observer-1"), List.of()).block();
        rewards.add(new Reward("kit", "安全出行礼包", "Safe-travel kit", "", 10, 1, null, null, 30, null))
                .block();
        stocks.stock("kit", "first", 3, "points", "delivery").block();
        Activity patrol = new Activity(
                "patrol", "平安巡查", "Patrol", "", "铁山社区", NINE, NINE.plusSeconds(3600), 5, 5, "c2VjcmV0", List.of());
        activities.add(patrol).block();
    }

    private Happenings happenings() {
        Credits credits = new Credits(ledger, entries, () -> RULES);
        LedgerEntries counted = faults.on(LedgerEntries.class, counts);
        TrackRecords records = new TrackRecords(ledger("counts", counted), counted);
        return new Happenings(
                credits,
                new Joining(faults.on(FollowedReports.class, reports), credits),
                records,
                new Services(ledger("counts", counted), records, new Boards(ZONE)),
                faults.on(ReportAreas.class, reports));
    }

    private Ledger ledger(String name, LedgerEntries of) {
        return new Ledger(of, name, World.RACING, metrics);
    }

    Expiry expiry(Instant now) {
        return new Expiry(entries, ledger, new Expiring(12, Duration.ofDays(30)), ZONE, Clock.fixed(now, ZONE));
    }

    /** What comes by itself once the service runs again: the sweep, and the facts that wait in outboxes. */
    Mono<Void> goOn() {
        Clock later = Clock.offset(CLOCK, Duration.ofMinutes(1));
        return new Sweep(List.of(redeeming, adjusting), new Sweeping(Duration.ofSeconds(1), Duration.ZERO, 10), later)
                .once()
                .thenMany(Flux.fromIterable(activities.told()))
                .concatMap(this::heardBack)
                .then();
    }

    private Mono<?> heardBack(PointsFact fact) {
        return fact instanceof Attended attended
                ? happenings.attended(attended.activityId(), attended.observerId(), attended.points(), attended.at())
                : Mono.empty();
    }

    /** Everything that is kept and everything that was told, to be compared. */
    List<Object> state() {
        return Stream.of(
                        points.all(),
                        units.all(),
                        counts.all(),
                        points.told(),
                        activities.told(),
                        redemptions.all().collectList().block(),
                        adjustments.find("a-1").blockOptional())
                .map(Object.class::cast)
                .toList();
    }

    /** Every account is sound, vouchers = debits, stock = initial − vouchers. */
    void hold() {
        for (InMemoryLedgerEntries each : List.of(points, units, counts)) {
            each.all().stream()
                    .collect(groupingBy(LedgerEntry::observer))
                    .values()
                    .forEach(Invariants::hold);
        }
        long vouchers = redemptions
                .all()
                .map(Redemption::state)
                .filter(state -> state == State.ISSUED || state == State.FULFILLED)
                .count()
                .blockOptional()
                .orElseThrow();
        assertThat(sum(points, "redeemed:") + sum(points, "cancelled:"))
                .as("debits")
                .isEqualTo(-10 * vouchers);
        assertThat(stocks.left("kit").block()).as("stock").isEqualTo(sum(units, "stocked:") - vouchers);
    }

    private static long sum(InMemoryLedgerEntries of, String kind) {
        return of.all().stream()
                .filter(entry -> entry.cause().text().startsWith(kind))
                .mapToLong(LedgerEntry::amount)
                .sum();
    }
}
