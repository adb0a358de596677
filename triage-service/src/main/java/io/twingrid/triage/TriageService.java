package io.twingrid.triage;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.twingrid.chassis.ServiceApplication;
import io.twingrid.chassis.ServiceSettings;
import io.twingrid.chassis.change.ChangeStore;
import io.twingrid.chassis.change.DeadlineSweep;
import io.twingrid.chassis.change.OutboxRelay;
import io.twingrid.chassis.change.SweepSettings;
import io.twingrid.chassis.edge.Backlog;
import io.twingrid.chassis.edge.FactEdge;
import io.twingrid.chassis.edge.Rebuild;
import io.twingrid.chassis.file.TownSource;
import io.twingrid.chassis.rounds.Rounds;
import io.twingrid.chassis.security.AccessRules;
import io.twingrid.chassis.time.WorkingCalendar;
import io.twingrid.triage.domain.AreaMap;
import io.twingrid.triage.domain.CaseFact;
import io.twingrid.triage.domain.Catalogue;
import io.twingrid.triage.domain.CategoryRule;
import io.twingrid.triage.domain.CommunityCase;
import io.twingrid.triage.domain.Template;
import io.twingrid.triage.domain.TownRules;
import io.twingrid.triage.events.Retold;
import io.twingrid.triage.events.TriageRoutes;
import io.twingrid.triage.store.CaseDocument;
import io.twingrid.triage.store.CaseList;
import io.twingrid.triage.store.NearbyCases;
import io.twingrid.triage.store.Tallies;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.messaging.Message;
import reactor.core.publisher.Mono;

/** The community's desk as a service: its wiring, in reading order. */
@SpringBootApplication
@EnableConfigurationProperties(TriageSettings.class)
public class TriageService {
    public static void main(String[] args) {
        application().run(args);
    }

    /** The service, to run alone or beside others in one JVM. */
    public static SpringApplicationBuilder application() {
        return ServiceApplication.of(TriageService.class, "triage-service");
    }

    @Bean
    Consumer<Message<List<byte[]>>> reportEvents(FactEdge edge, CommunityDesk desk) {
        return edge.lanes(TriageRoutes.to(desk));
    }

    @Bean
    CommunityDesk communityDesk(
            ChangeStore<CommunityCase, CaseFact> cases,
            CaseList list,
            NearbyCases nearby,
            TownRules rules,
            AreaMap areas,
            TriageSettings settings,
            Clock clock,
            MeterRegistry metrics) {
        return new CommunityDesk(cases, list, nearby, rules, areas, settings, clock, metrics);
    }

    @Bean
    DeadlineSweep<CommunityCase, CaseFact> deadlines(
            ChangeStore<CommunityCase, CaseFact> cases,
            TownRules rules,
            Backlog backlog,
            SweepSettings settings,
            Clock clock,
            MeterRegistry metrics) {
        return new DeadlineSweep<>(
                cases,
                CaseDocument.WAKE_AT,
                (theCase, now) -> theCase.wake(now, rules),
                settings,
                clock,
                metrics,
                backlog.workedOff());
    }

    @Bean
    @ConditionalOnBooleanProperty("triage.rebuild")
    Rebuild<Retold> rebuild(
            ChangeStore<CommunityCase, CaseFact> cases,
            CommunityDesk desk,
            TownRules rules,
            MongoDatabase database,
            KafkaProperties kafka,
            ServiceSettings service) {
        return new Rebuild<>(
                new CaseRetelling(cases, desk, rules),
                cases,
                database,
                kafka,
                service.topic("report-events"),
                "TRIAGE_REBUILD");
    }

    @Bean
    TownRules townRules(
            AreaMap areas, TownSource<Catalogue> catalogue, ServiceSettings service, TriageSettings settings) {
        WorkingCalendar calendar = WorkingCalendar.read(service.town().resolve("calendar.yaml"));
        return new TownRules(
                areas, code -> catalogue.get().ruleFor(code), new CalendarTime(calendar), settings.feedbackWindow());
    }

    @Bean
    TownSource<Catalogue> catalogue(ServiceSettings service, TriageSettings settings) {
        CategoryRule otherwise =
                settings.unknownCategory().rule(settings.duplicates().usual());
        return new TownSource<>(service.town(), CatalogueFile.NAME, town -> CatalogueFile.read(town, otherwise));
    }

    @Bean
    TownSource<TownMap> townMap(ServiceSettings service, TriageSettings settings) {
        return new TownSource<>(service.town(), AreasFile.NAME, town -> TownMap.read(town, settings.fallbackGrid()));
    }

    @Bean
    TownSource<List<Template>> templates(ServiceSettings service) {
        return new TownSource<>(service.town(), TemplatesFile.NAME, TemplatesFile::read);
    }

    @Bean
    TemplateSource latestTemplates(TownSource<List<Template>> templates) {
        return templates::get;
    }

    @Bean
    AreaMap areaMap(TownSource<TownMap> townMap) {
        return TownMap.latest(townMap);
    }

    @Bean
    AreaOutlines.Source areaOutlines(TownSource<TownMap> townMap) {
        return () -> townMap.get().outlines();
    }

    @Bean
    ChangeStore<CommunityCase, CaseFact> communityCases(
            OutboxRelay relay, MongoDatabase database, ServiceSettings service, TriageSettings settings) {
        return relay.store(
                database,
                "community-cases",
                service.topic("report-events"),
                new CommunityCaseMapping(settings.feedbackWindow()));
    }

    @Bean
    CaseList caseList(ChangeStore<CommunityCase, CaseFact> cases) {
        return new CaseList(cases);
    }

    @Bean
    NearbyCases nearbyCases(ChangeStore<CommunityCase, CaseFact> cases, TriageSettings settings) {
        return new NearbyCases(
                cases.documents(),
                settings.duplicates().candidates(),
                settings.duplicates().most());
    }

    @Bean
    Tallies tallies(MongoDatabase database, ChangeStore<CommunityCase, CaseFact> cases, TriageSettings settings) {
        return new Tallies(database, cases, settings.zone(), settings.counting().most());
    }

    @Bean
    Rounds counting(Tallies tallies, TriageSettings settings) {
        // Round after round for as long as there is something to count; then a pause.
        return new Rounds("the count of what has changed", settings.counting().every(), () -> tallies.round()
                .expand(isMore -> isMore ? tallies.round() : Mono.empty())
                .then());
    }

    @Bean
    DeskFigures deskFigures(Tallies tallies) {
        return new DeskFigures(tallies);
    }

    @Bean
    AccessRules accessRules() {
        return exchanges -> exchanges
                .pathMatchers(HttpMethod.GET, "/api/areas")
                .permitAll()
                .pathMatchers("/api/cases/**")
                .authenticated();
    }
}
