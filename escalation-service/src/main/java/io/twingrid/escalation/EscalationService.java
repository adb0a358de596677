package io.twingrid.escalation;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.twingrid.chassis.ServiceApplication;
import io.twingrid.chassis.ServiceSettings;
import io.twingrid.chassis.change.ChangeStore;
import io.twingrid.chassis.change.DeadlineSweep;
import io.twingrid.chassis.change.OutboxRelay;
import io.twingrid.chassis.change.SweepSettings;
import io.twingrid.chassis.edge.FactEdge;
import io.twingrid.chassis.security.AccessRules;
import io.twingrid.escalation.domain.Deadlines;
import io.twingrid.escalation.domain.Departments;
import io.twingrid.escalation.domain.StreetCase;
import io.twingrid.escalation.domain.StreetFact;
import io.twingrid.escalation.events.EscalationRoutes;
import io.twingrid.escalation.store.StreetCaseDocument;
import io.twingrid.escalation.store.StreetCaseList;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.messaging.Message;

/** The street's sorting centre as a service: its wiring, in reading order. */
@SpringBootApplication
@EnableConfigurationProperties({EscalationSettings.class, DeadlineSettings.class})
public class EscalationService {
    public static void main(String[] args) {
        application().run(args);
    }

    /** The service, to run alone or beside others in one JVM. */
    public static SpringApplicationBuilder application() {
        return ServiceApplication.of(EscalationService.class, "escalation-service");
    }

    @Bean
    Consumer<Message<List<byte[]>>> reportEvents(FactEdge edge, SortingCentre centre) {
        return edge.lanes(EscalationRoutes.to(centre));
    }

    @Bean
    SortingCentre sortingCentre(
            ChangeStore<StreetCase, StreetFact> cases,
            StreetCaseList list,
            Deadlines deadlines,
            EscalationSettings settings,
            Clock clock,
            MeterRegistry metrics) {
        return new SortingCentre(cases, list, deadlines, settings, clock, metrics);
    }

    @Bean
    DeadlineSweep<StreetCase, StreetFact> streetDeadlines(
            ChangeStore<StreetCase, StreetFact> cases,
            Deadlines deadlines,
            SweepSettings settings,
            Clock clock,
            MeterRegistry metrics) {
        return new DeadlineSweep<>(
                cases,
                StreetCaseDocument.NEXT_DEADLINE,
                (theCase, now) -> theCase.passTime(now, deadlines),
                settings,
                clock,
                metrics);
    }

    @Bean
    Departments departments(ServiceSettings service) {
        return Town.departments(service.town());
    }

    @Bean
    Deadlines deadlines(ServiceSettings service, DeadlineSettings settings) {
        return Town.deadlines(service.town(), settings);
    }

    @Bean
    ChangeStore<StreetCase, StreetFact> streetCases(
            OutboxRelay relay, MongoDatabase database, ServiceSettings service) {
        return relay.store(database, "street-cases", service.topic("report-events"), new StreetCaseMapping());
    }

    @Bean
    StreetCaseList streetCaseList(ChangeStore<StreetCase, StreetFact> cases) {
        return new StreetCaseList(cases.documents());
    }

    @Bean
    AccessRules accessRules() {
        return exchanges -> exchanges
                .pathMatchers(HttpMethod.GET, "/api/departments")
                .permitAll()
                .pathMatchers("/api/escalations/**")
                .authenticated();
    }
}
