package io.twingrid.intake;

import com.fasterxml.uuid.Generators;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.twingrid.chassis.ServiceApplication;
import io.twingrid.chassis.ServiceSettings;
import io.twingrid.chassis.edge.FactEdge;
import io.twingrid.chassis.fact.FactSender;
import io.twingrid.chassis.file.TownSource;
import io.twingrid.chassis.rounds.Rounds;
import io.twingrid.chassis.web.CallerAddress;
import io.twingrid.intake.domain.Catalogue;
import io.twingrid.intake.domain.Category;
import io.twingrid.intake.domain.Claims;
import io.twingrid.intake.domain.DraftCheck;
import io.twingrid.intake.domain.Drafts;
import io.twingrid.intake.domain.Photos;
import io.twingrid.intake.domain.ReportViews;
import io.twingrid.intake.domain.RequestUpdates;
import io.twingrid.intake.domain.ServiceArea;
import io.twingrid.intake.domain.Statistics;
import io.twingrid.intake.events.ReportFacts;
import io.twingrid.intake.events.ViewRoutes;
import io.twingrid.intake.limit.LimitSettings;
import io.twingrid.intake.limit.RateLimitFilter;
import io.twingrid.intake.limit.RateLimits;
import io.twingrid.intake.photo.Darkroom;
import io.twingrid.intake.photo.PhotoSettings;
import io.twingrid.intake.store.MongoApiClients;
import io.twingrid.intake.store.MongoClaims;
import io.twingrid.intake.store.MongoPhotos;
import io.twingrid.intake.store.MongoReportViews;
import io.twingrid.intake.store.MongoRequestUpdates;
import io.twingrid.intake.store.MongoSecrets;
import io.twingrid.intake.store.MongoStatistics;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.messaging.Message;
import tools.jackson.databind.json.JsonMapper;

/** The service that takes reports in and shows how far they have come. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ReportIntake {

    public static void main(String[] args) {
        application().run(args);
    }

    /** The service as an application, also for those who run it beside others in one JVM. */
    public static SpringApplicationBuilder application() {
        return ServiceApplication.of(ReportIntake.class, "report-intake");
    }

    @Bean
    TownSource<Map<String, Category>> categories(ServiceSettings settings) {
        return new TownSource<>(settings.town(), CatalogueFile.NAME, CatalogueFile::read);
    }

    @Bean
    Catalogue catalogue(TownSource<Map<String, Category>> categories) {
        return new Catalogue(categories);
    }

    @Bean
    TownSource<TownArea> townArea(ServiceSettings settings) {
        return new TownSource<>(settings.town(), TownArea.NAME, TownArea::read);
    }

    @Bean
    ServiceArea serviceArea(TownSource<TownArea> townArea) {
        return TownArea.latest(townArea);
    }

    @Bean
    MongoStatistics statistics(MongoDatabase database) {
        return new MongoStatistics(database);
    }

    @Bean
    MongoReportViews reportViews(MongoDatabase database, Statistics statistics, IntakeSettings settings) {
        return new MongoReportViews(database, statistics, settings.zone());
    }

    @Bean
    Claims claims(MongoDatabase database) {
        return new MongoClaims(database);
    }

    @Bean
    MongoPhotos photos(MongoDatabase database) {
        return new MongoPhotos(database);
    }

    @Bean
    PhotoDesk photoDesk(Photos photos, Reading reading, PhotoSettings settings, Clock clock) {
        return new PhotoDesk(photos, new Darkroom(settings), reading, settings, clock);
    }

    @Bean
    ReportFacts reportFacts(FactSender sender, ServiceSettings settings) {
        return new ReportFacts(sender, settings.topic("report-events"));
    }

    @Bean
    Submission submission(
            Catalogue catalogue,
            ServiceArea area,
            Claims claims,
            PhotoDesk photos,
            ReportFacts facts,
            IntakeSettings settings,
            Clock clock) {
        return new Submission(
                new DraftCheck(catalogue, settings.draft(), area, settings.outside()),
                new Drafts(settings.zone(), settings.moderation().rules(area)),
                claims,
                photos,
                facts,
                Generators.timeBasedEpochGenerator(),
                settings,
                clock);
    }

    @Bean
    Reading reading(ReportViews views, IntakeSettings settings) {
        return new Reading(views, settings);
    }

    @Bean
    Voices voices(Reading reading, ReportFacts facts, IntakeSettings settings, Clock clock) {
        return new Voices(reading, facts, settings, clock);
    }

    @Bean
    MongoApiClients apiClients(MongoDatabase database) {
        return new MongoApiClients(database);
    }

    @Bean
    RequestUpdates requestUpdates(MongoDatabase database) {
        return new MongoRequestUpdates(database);
    }

    @Bean
    RateLimits rateLimits(LimitSettings settings) {
        return new RateLimits(settings.remembered());
    }

    @Bean
    RateLimitFilter rateLimitFilter(
            RateLimits limits, LimitSettings settings, CallerAddress addresses, JsonMapper json) {
        return new RateLimitFilter(limits, settings, addresses, json);
    }

    @Bean
    Retention retention(ReportViews views, Photos photos, RetentionSettings settings, Clock clock) {
        return new Retention(views, photos, settings, clock);
    }

    @Bean
    Rounds retentionRounds(Retention retention, RetentionSettings settings) {
        return new Rounds("the sweep of what concerns persons", settings.every(), retention::sweepAll);
    }

    @Bean
    FollowLinks followLinks(MongoDatabase database) {
        return new FollowLinks(new MongoSecrets(database));
    }

    @Bean
    Consumer<Message<List<byte[]>>> reportEvents(FactEdge edge, ReportViews views) {
        return edge.bulk(ViewRoutes.routes(), views::apply);
    }
}
