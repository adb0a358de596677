package io.twingrid.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.twingrid.chassis.edge.EdgeSettings;
import io.twingrid.chassis.edge.FactEdge;
import io.twingrid.chassis.edge.FactRoutes;
import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.fact.FactHeaders;
import io.twingrid.notification.domain.Heard;
import io.twingrid.notification.events.CareRoutes;
import io.twingrid.notification.events.PointsRoutes;
import io.twingrid.notification.events.ReportRoutes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import reactor.core.publisher.Mono;

/** What the service hears of a fact, by the tables that it listens with. */
final class Ears {
    private static final FactEdge EDGE = new FactEdge(
            new EdgeSettings(1, Duration.ofSeconds(5), Duration.ofMillis(1), Duration.ofMillis(1), 1),
            new SimpleMeterRegistry(),
            Clock.systemUTC());

    private Ears() {}

    /** The types that are listened to. */
    static Set<String> types() {
        Set<String> types = new TreeSet<>(ReportRoutes.table().types());
        types.addAll(CareRoutes.table().types());
        types.addAll(PointsRoutes.table().types());
        return types;
    }

    /** What is heard of a fact; nothing if nobody listens to its type. Throws what the edge would park it for. */
    static List<Heard> hear(Fact fact) {
        List<Heard> heard = new ArrayList<>();
        for (FactRoutes<Heard> table : List.of(ReportRoutes.table(), CareRoutes.table(), PointsRoutes.table())) {
            EDGE.bulk(table, all -> Mono.fromRunnable(() -> heard.addAll(all))).accept(message(fact));
        }
        return heard;
    }

    private static Message<List<byte[]>> message(Fact fact) {
        Map<String, Object> headers = new HashMap<>();
        FactHeaders.toRecord("topic", fact).headers().forEach(header -> headers.put(header.key(), header.value()));
        return MessageBuilder.withPayload(List.of(fact.data().getBytes(UTF_8)))
                .setHeader(KafkaHeaders.BATCH_CONVERTED_HEADERS, List.of(headers))
                .setHeader(KafkaHeaders.RECEIVED_KEY, List.of(fact.subject()))
                .build();
    }
}
