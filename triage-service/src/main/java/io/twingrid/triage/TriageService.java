package io.twingrid.triage;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.twingrid.chassis.ServiceApplication;
import io.twingrid.chassis.ServiceSettings;
import io.twingrid.chassis.change.ChangeStore;
import io.twingrid.chassis.change.OutboxRelay;
import io.twingrid.chassis.edge.FactEdge;
import io.twingrid.chassis.security.AccessRules;
import io.twingrid.triage.domain.AreaMap;
import io.twingrid.triage.domain.CaseFact;
import io.twingrid.triage.domain.CommunityCase;
import io.twingrid.triage.domain.NaturalTime;
import io.twingrid.triage.domain.Router;
import io.twingrid.triage.events.TriageRoutes;
import io.twingrid.triage.store.CaseList;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.messaging.Message;

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
            Router router,
            AreaMap areas,
            TriageSettings settings,
            Clock clock,
            MeterRegistry metrics) {
        return new CommunityDesk(cases, list, router, areas, settings, clock, metrics);
    }

    @Bean
    Router router(AreaMap areas, ServiceSettings service, TriageSettings settings) {
        return new Router(
                areas,
                CatalogueFile.read(service.town(), settings.unknownCategory().rule()),
                new NaturalTime());
    }

    @Bean
    AreaMap areaMap(ServiceSettings service, TriageSettings settings) {
        return new TownAreas(AreasFile.read(service.town()), settings.fallbackGrid());
    }

    @Bean
    AreaOutlines areaOutlines(ServiceSettings service) {
        return AreaOutlines.read(service.town());
    }

    @Bean
    ChangeStore<CommunityCase, CaseFact> communityCases(
            OutboxRelay relay, MongoDatabase database, ServiceSettings service) {
        return relay.store(database, "community-cases", service.topic("report-events"), new CommunityCaseMapping());
    }

    @Bean
    CaseList caseList(ChangeStore<CommunityCase, CaseFact> cases) {
        return new CaseList(cases);
    }

    @Bean
    IndexesAtStart indexesAtStart(CaseList list) {
        return new IndexesAtStart(list);
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
