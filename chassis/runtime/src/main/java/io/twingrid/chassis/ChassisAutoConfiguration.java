package io.twingrid.chassis;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.twingrid.chassis.change.OutboxRelay;
import io.twingrid.chassis.change.RelaySettings;
import io.twingrid.chassis.change.StorePreparation;
import io.twingrid.chassis.change.SweepSettings;
import io.twingrid.chassis.fact.FactSender;
import io.twingrid.chassis.file.TownSource;
import io.twingrid.chassis.file.TownWatch;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.kafka.core.KafkaTemplate;

/** What a service has by depending on the chassis: clock, store, senders and relay here; edge, security and web in their packages. */
@AutoConfiguration
@ComponentScan
@EnableConfigurationProperties({ServiceSettings.class, RelaySettings.class, SweepSettings.class})
public class ChassisAutoConfiguration {

    /** Ticks in milliseconds: what facts, documents and JSON all keep. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    }

    /** Looks at every file of the town that the service has made a {@link TownSource} bean of. */
    @Bean
    TownWatch townWatch(ObjectProvider<TownSource<?>> sources, ServiceSettings settings) {
        return new TownWatch(sources.orderedStream().toList(), settings.townReload());
    }

    @Bean
    MongoClientSettingsBuilderCustomizer storePatience(ServiceSettings settings) {
        long millis = settings.storePatience().toMillis();
        return client -> client.applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(millis, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(millis, TimeUnit.MILLISECONDS));
    }

    @Bean
    MongoDatabase database(MongoClient client, ServiceSettings settings) {
        return client.getDatabase(settings.database());
    }

    @Bean
    FactSender factSender(KafkaTemplate<String, byte[]> kafka) {
        return new FactSender(kafka);
    }

    @Bean
    OutboxRelay outboxRelay(
            ServiceSettings service, FactSender sender, RelaySettings settings, Clock clock, MeterRegistry metrics) {
        return new OutboxRelay(service.service(), sender, settings, clock, metrics);
    }

    @Bean
    StorePreparation storePreparation(ObjectProvider<StorePreparation.Prepared> stores) {
        return new StorePreparation(stores.orderedStream().toList());
    }

    /** Part of readiness. */
    @Bean
    StoreHealth store(MongoDatabase database) {
        return new StoreHealth(database);
    }
}
