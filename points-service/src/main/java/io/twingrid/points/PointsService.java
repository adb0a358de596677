package io.twingrid.points;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.twingrid.chassis.ServiceApplication;
import io.twingrid.chassis.ServiceSettings;
import io.twingrid.chassis.change.OutboxRelay;
import io.twingrid.chassis.edge.FactEdge;
import io.twingrid.chassis.file.TownFile;
import io.twingrid.chassis.security.AccessRules;
import io.twingrid.points.domain.AwardRules;
import io.twingrid.points.domain.Catalogue;
import io.twingrid.points.domain.LedgerEntries;
import io.twingrid.points.events.PointsRoutes;
import io.twingrid.points.store.MongoLedgerEntries;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
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
    Consumer<Message<List<byte[]>>> reportEvents(FactEdge edge, Ledger ledger) {
        return edge.lanes(PointsRoutes.into(ledger));
    }

    @Bean
    Ledger ledger(LedgerEntries entries, AwardRules rules, PointsSettings settings, MeterRegistry metrics) {
        return new Ledger(entries, rules, settings.mostRaces(), metrics);
    }

    @Bean
    AwardRules awardRules(ServiceSettings service) {
        return AwardRules.of(TownFile.read(service.town().resolve("catalogue.yaml"), Catalogue.class));
    }

    @Bean
    LedgerEntries ledgerEntries(OutboxRelay relay, MongoDatabase database, ServiceSettings service) {
        return MongoLedgerEntries.open(relay, database, service.topic("points-events"));
    }

    /** An account is personal; whose it is, the controller sees. */
    @Bean
    AccessRules accessRules() {
        return exchanges ->
                exchanges.pathMatchers(HttpMethod.GET, "/api/points/**").authenticated();
    }
}
