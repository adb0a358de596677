package io.twingrid.chassis.audit;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.twingrid.chassis.web.CallerAddress;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The audit's parts; the security package calls the witness. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditSettings.class)
class AuditConfiguration {
    @Bean
    AuditTrail auditTrail(MongoDatabase database, AuditSettings settings, MeterRegistry metrics) {
        return new AuditTrail(database, settings, metrics);
    }

    @Bean
    AuditWitness auditWitness(AuditTrail trail, AuditSettings settings, CallerAddress addresses, Clock clock) {
        return new AuditWitness(trail, settings, addresses, clock);
    }
}
