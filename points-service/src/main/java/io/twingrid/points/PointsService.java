package io.twingrid.points;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.twingrid.chassis.ServiceApplication;
import io.twingrid.chassis.ServiceSettings;
import io.twingrid.chassis.change.OutboxRelay;
import io.twingrid.chassis.edge.FactEdge;
import io.twingrid.chassis.file.TownFile;
import io.twingrid.chassis.file.TownSource;
import io.twingrid.chassis.rounds.Rounds;
import io.twingrid.chassis.security.AccessRules;
import io.twingrid.chassis.security.ClaimSettings;
import io.twingrid.points.domain.Adjustments;
import io.twingrid.points.domain.AwardRules;
import io.twingrid.points.domain.FollowedReports;
import io.twingrid.points.domain.LedgerEntries;
import io.twingrid.points.domain.activity.Activities;
import io.twingrid.points.domain.observer.Observers;
import io.twingrid.points.domain.observer.Training;
import io.twingrid.points.domain.reward.Redemptions;
import io.twingrid.points.domain.reward.Rewards;
import io.twingrid.points.domain.standing.Boards;
import io.twingrid.points.domain.standing.Standings;
import io.twingrid.points.events.PointsRoutes;
import io.twingrid.points.store.MongoActivities;
import io.twingrid.points.store.MongoAdjustments;
import io.twingrid.points.store.MongoFollowedReports;
import io.twingrid.points.store.MongoLedgerEntries;
import io.twingrid.points.store.MongoObservers;
import io.twingrid.points.store.MongoRedemptions;
import io.twingrid.points.store.MongoReportAreas;
import io.twingrid.points.store.MongoRewards;
import io.twingrid.points.store.MongoStandings;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.messaging.Message;

/** The observers' points: an append-only ledger, fed by facts about reports. */
@SpringBootApplication
@EnableConfigurationProperties(PointsSettings.class)
public class PointsService {

    /** Runs the service alone. */
    public static void main(String[] arguments) {
        application().run(arguments);
    }

    /** The service as an application, to run alone or beside others in one JVM. */
    public static SpringApplicationBuilder application() {
        return ServiceApplication.of(PointsService.class, "points-service");
    }

    @Bean
    Consumer<Message<List<byte[]>>> reportEvents(FactEdge edge, Happenings happenings) {
        return edge.lanes(PointsRoutes.ofReports(happenings));
    }

    @Bean
    Consumer<Message<List<byte[]>>> careEvents(FactEdge edge, Happenings happenings) {
        return edge.lanes(PointsRoutes.ofCare(happenings));
    }

    @Bean
    Consumer<Message<List<byte[]>>> pointsEvents(FactEdge edge, Following following, Happenings happenings) {
        return edge.lanes(PointsRoutes.ofPoints(following, happenings));
    }

    @Bean
    Following following(LedgerEntries entries, Standings standings, Observers observers, Boards boards) {
        return new Following(entries, standings, observers, boards);
    }

    @Bean
    Participating participating(Activities activities, Clock clock) {
        return new Participating(activities, clock);
    }

    @Bean
    Happenings happenings(
            Credits credits,
            FollowedReports followed,
            TrackRecords records,
            Services services,
            MongoDatabase database) {
        return new Happenings(
                credits, new Joining(followed, credits), records, services, new MongoReportAreas(database));
    }

    @Bean
    FollowedReports followedReports(OutboxRelay relay, MongoDatabase database, ServiceSettings service) {
        return new MongoFollowedReports(relay, database, service.topic("points-events"));
    }

    @Bean
    Credits credits(Ledger ledger, LedgerEntries entries, TownSource<AwardRules> rules) {
        return new Credits(ledger, entries, rules);
    }

    @Bean
    Adjusting adjusting(Adjustments adjustments, Ledger ledger, PointsSettings settings, Clock clock) {
        return new Adjusting(adjustments, ledger, settings.adjustAloneUpTo(), clock);
    }

    @Bean
    Redeeming redeeming(
            Rewards rewards,
            Redemptions redemptions,
            Stocks stocks,
            Observers observers,
            Ledger ledger,
            LedgerEntries entries,
            Clock clock) {
        return new Redeeming(rewards, redemptions, stocks, observers, ledger, entries, clock);
    }

    @Bean
    Ledger ledger(LedgerEntries entries, PointsSettings settings, MeterRegistry metrics) {
        return new Ledger(entries, "points", settings.racing(), metrics);
    }

    /** A ledger beside the other: the accounts are the rewards', what is counted is units, and nothing is told of it. */
    @Bean
    Stocks stocks(
            OutboxRelay relay,
            MongoDatabase database,
            ServiceSettings service,
            PointsSettings settings,
            MeterRegistry metrics,
            Clock clock) {
        LedgerEntries units = MongoLedgerEntries.open(relay, database, "stock", service.topic("points-events"));
        return new Stocks(new Ledger(units, "stock", settings.racing(), metrics), clock);
    }

    /** Counts are accounts, too: one an observer and kind. */
    @Bean
    Counts counts(
            OutboxRelay relay,
            MongoDatabase database,
            ServiceSettings service,
            PointsSettings settings,
            MeterRegistry metrics) {
        LedgerEntries entries = MongoLedgerEntries.open(relay, database, "counts", service.topic("points-events"));
        return new Counts(new Ledger(entries, "counts", settings.racing(), metrics), entries);
    }

    /** The ledger of counts: wrapped, because there is another ledger. */
    record Counts(Ledger ledger, LedgerEntries entries) {}

    @Bean
    TrackRecords trackRecords(Counts counts) {
        return new TrackRecords(counts.ledger(), counts.entries());
    }

    @Bean
    Services services(Counts counts, TrackRecords records, Boards boards) {
        return new Services(counts.ledger(), records, boards);
    }

    @Bean
    Boards boards(PointsSettings settings) {
        return new Boards(settings.zone());
    }

    @Bean
    Observing observing(Observers observers, Training training, PointsSettings settings, Clock clock) {
        return new Observing(observers, training, settings.zone(), clock);
    }

    @Bean
    Training training(ServiceSettings service) {
        return TownFile.read(service.town().resolve("training.yaml"), Training.class);
    }

    @Bean
    Seeding seeding(Observers observers, ServiceSettings service) {
        return new Seeding(observers, TownFile.read(service.town().resolve("observers.yaml"), Seeding.First.class));
    }

    @Bean
    TownSource<AwardRules> awardRules(ServiceSettings service, PointsSettings settings) {
        return AwardsFile.source(service.town(), settings.zone());
    }

    @Bean
    Audit audit(LedgerEntries entries, MeterRegistry metrics) {
        return new Audit(entries, metrics);
    }

    @Bean
    Nightly nightly(LedgerEntries entries, Ledger ledger, Audit audit, PointsSettings settings, Clock clock) {
        Expiry expiry = new Expiry(entries, ledger, settings.expiry(), settings.zone(), clock);
        return new Nightly(expiry, audit, settings.nightlyAt(), settings.zone(), clock);
    }

    @Bean
    Rounds sweep(List<Unfinished> works, PointsSettings settings, Clock clock) {
        Sweep sweep = new Sweep(works, settings.sweep(), clock);
        return new Rounds("the sweep of what was cut off", settings.sweep().every(), sweep::once);
    }

    @Bean
    LedgerEntries ledgerEntries(OutboxRelay relay, MongoDatabase database, ServiceSettings service) {
        return MongoLedgerEntries.open(relay, database, "ledger", service.topic("points-events"));
    }

    @Bean
    MongoAdjustments adjustments(OutboxRelay relay, MongoDatabase database, ServiceSettings service) {
        return new MongoAdjustments(relay, database, service.topic("points-events"));
    }

    @Bean
    MongoRewards rewards(OutboxRelay relay, MongoDatabase database, ServiceSettings service) {
        return new MongoRewards(relay, database, service.topic("points-events"));
    }

    @Bean
    MongoRedemptions redemptions(OutboxRelay relay, MongoDatabase database, ServiceSettings service) {
        return new MongoRedemptions(relay, database, service.topic("points-events"));
    }

    @Bean
    MongoObservers observers(OutboxRelay relay, MongoDatabase database, ServiceSettings service) {
        return new MongoObservers(relay, database, service.topic("points-events"));
    }

    @Bean
    MongoActivities activities(OutboxRelay relay, MongoDatabase database, ServiceSettings service) {
        return new MongoActivities(relay, database, service.topic("points-events"));
    }

    @Bean
    MongoStandings standings(MongoDatabase database) {
        return new MongoStandings(database);
    }

    @Bean
    AccessRules accessRules(ClaimSettings claims) {
        return new PointsAccess(claims);
    }
}
