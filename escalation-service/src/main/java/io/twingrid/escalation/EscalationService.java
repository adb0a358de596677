package io.twingrid.escalation;

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
import io.twingrid.chassis.security.AccessRules;
import io.twingrid.chassis.time.WorkingCalendar;
import io.twingrid.escalation.domain.Deadlines;
import io.twingrid.escalation.domain.StreetCase;
import io.twingrid.escalation.domain.StreetFact;
import io.twingrid.escalation.domain.care.CareFact;
import io.twingrid.escalation.domain.care.CareTask;
import io.twingrid.escalation.events.EscalationRoutes;
import io.twingrid.escalation.events.ObserverRoutes;
import io.twingrid.escalation.events.Retold;
import io.twingrid.escalation.store.CareTaskDocument;
import io.twingrid.escalation.store.CareTaskList;
import io.twingrid.escalation.store.FigureRows;
import io.twingrid.escalation.store.ForwardList;
import io.twingrid.escalation.store.ObserverRoll;
import io.twingrid.escalation.store.StreetCaseDocument;
import io.twingrid.escalation.store.StreetCaseList;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bson.BsonDocument;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.messaging.Message;

/** The street's sorting centre as a service: its wiring, in reading order; forwarding has a page of its own. */
@SpringBootApplication
@EnableConfigurationProperties({
    EscalationSettings.class,
    DeadlineSettings.class,
    ForwardSettings.class,
    CareSettings.class
})
public class EscalationService {
    public static void main(String[] args) {
        application().run(args);
    }

    /** The service, to run alone or beside others in one JVM. */
    public static SpringApplicationBuilder application() {
        return ServiceApplication.of(EscalationService.class, "escalation-service");
    }

    @Bean
    Consumer<Message<List<byte[]>>> reportEvents(FactEdge edge, SortingCentre centre, Forwards forwards) {
        return edge.lanes(EscalationRoutes.to(centre, forwards));
    }

    @Bean
    Consumer<Message<List<byte[]>>> pointsEvents(FactEdge edge, CareDesk desk) {
        return edge.lanes(ObserverRoutes.to(desk));
    }

    @Bean
    SortingCentre sortingCentre(
            ChangeStore<StreetCase, StreetFact> cases,
            StreetCaseList list,
            StreetFigures figures,
            Forwards forwards,
            Deadlines deadlines,
            EscalationSettings settings,
            Clock clock,
            MeterRegistry metrics) {
        return new SortingCentre(cases, list, figures, forwards, deadlines, settings, clock, metrics);
    }

    @Bean
    StreetFigures streetFigures(FigureRows rows, EscalationSettings settings) {
        return new StreetFigures(rows, settings.zone());
    }

    @Bean
    FigureRows figureRows(MongoDatabase database) {
        return new FigureRows(database.getCollection("figures", BsonDocument.class));
    }

    @Bean
    DeadlineSweep<StreetCase, StreetFact> streetDeadlines(
            ChangeStore<StreetCase, StreetFact> cases,
            Deadlines deadlines,
            Backlog backlog,
            SweepSettings settings,
            Clock clock,
            MeterRegistry metrics) {
        return new DeadlineSweep<>(
                cases,
                StreetCaseDocument.NEXT_DEADLINE,
                (theCase, now) -> theCase.passTime(now, deadlines),
                settings,
                clock,
                metrics,
                backlog.workedOff());
    }

    @Bean
    @ConditionalOnBooleanProperty("escalation.rebuild")
    Rebuild<Retold> rebuild(
            ChangeStore<StreetCase, StreetFact> cases,
            StreetFigures figures,
            Forwards forwards,
            ForwardList forwardList,
            Deadlines deadlines,
            MongoDatabase database,
            KafkaProperties kafka,
            ServiceSettings service) {
        return new Rebuild<>(
                new StreetRetelling(cases, figures, forwards, forwardList, deadlines),
                cases,
                database,
                kafka,
                service.topic("report-events"),
                "ESCALATION_REBUILD");
    }

    @Bean
    WorkingCalendar calendar(ServiceSettings service) {
        return WorkingCalendar.read(service.town().resolve("calendar.yaml"));
    }

    @Bean
    TownSource<Map<String, Duration>> catalogueLimits(ServiceSettings service) {
        return new TownSource<>(service.town(), CatalogueLimits.NAME, CatalogueLimits::read);
    }

    @Bean
    TownSource<TownDepartments> townDepartments(
            ServiceSettings service, WorkingCalendar calendar, TownSource<Map<String, Duration>> limits) {
        return new TownSource<>(
                service.town(),
                DepartmentsFile.NAME,
                town -> DepartmentsFile.read(town, calendar, limits.get().keySet()));
    }

    @Bean
    DepartmentSource departments(TownSource<TownDepartments> file) {
        return () -> file.get().departments();
    }

    @Bean
    Deadlines deadlines(
            TownSource<Map<String, Duration>> limits,
            WorkingCalendar calendar,
            TownSource<TownDepartments> departments,
            DeadlineSettings settings) {
        return new TownDeadlines(limits, calendar, departments, settings);
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
    TownSource<TownGrids> townGrids(ServiceSettings service) {
        return new TownSource<>(service.town(), TownGrids.NAME, TownGrids::read);
    }

    @Bean
    CareDesk careDesk(
            ChangeStore<CareTask, CareFact> tasks,
            CareTaskList list,
            ObserverRoll observers,
            TownSource<TownGrids> grids,
            CareSettings settings,
            Clock clock,
            MeterRegistry metrics) {
        return new CareDesk(tasks, list, observers, grids, new CareSeal(settings.keys()), settings, clock, metrics);
    }

    @Bean
    ObserverRoll observerRoll(MongoDatabase database) {
        return new ObserverRoll(database.getCollection("observers", BsonDocument.class));
    }

    @Bean
    ChangeStore<CareTask, CareFact> careTasks(
            OutboxRelay relay, MongoDatabase database, ServiceSettings service, CareSettings settings) {
        return relay.store(database, "care-tasks", service.topic("care-events"), new CareTaskMapping(settings.rules()));
    }

    @Bean
    CareTaskList careTaskList(ChangeStore<CareTask, CareFact> tasks) {
        return new CareTaskList(tasks.documents());
    }

    @Bean
    DeadlineSweep<CareTask, CareFact> careDeadlines(
            ChangeStore<CareTask, CareFact> tasks,
            CareSettings care,
            Backlog backlog,
            SweepSettings settings,
            Clock clock,
            MeterRegistry metrics) {
        return new DeadlineSweep<>(
                tasks,
                CareTaskDocument.NEXT_DEADLINE,
                (task, now) -> task.passTime(now, care.rules()),
                settings,
                clock,
                metrics,
                backlog.workedOff());
    }

    @Bean
    AccessRules accessRules() {
        return exchanges -> exchanges
                .pathMatchers(HttpMethod.GET, "/api/departments")
                .permitAll()
                .pathMatchers("/api/escalations/**", "/api/care-tasks/**")
                .authenticated();
    }
}
