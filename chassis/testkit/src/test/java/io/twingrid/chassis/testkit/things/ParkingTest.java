package io.twingrid.chassis.testkit.things;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.testkit.Backends;
import io.twingrid.chassis.testkit.FactTopic;
import io.twingrid.chassis.testkit.RunningService;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class ParkingTest {
    @Test
    void aParkedTopicMayHaveFewerPartitionsThanItsSource() throws Exception {
        String space = "p" + UUID.randomUUID().toString().substring(0, 8);
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, Backends.kafkaBrokers()))) {
            admin.createTopics(List.of(new NewTopic(space + ".wishes", 4, (short) 1)))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        }
        List<String> keys = IntStream.range(0, 20).mapToObj(i -> "thing-" + i).toList();
        try (RunningService service = RunningService.startIn(space, ThingService.application(), "TOPIC_PARTITIONS=2")) {
            FactTopic wishes = service.facts("wishes");
            keys.forEach(key -> wishes.raw(key, Map.of("ce_type", ThingService.GROW), "{}".getBytes(UTF_8)));

            assertThat(wishes.parked("thing-service").awaitRecords(keys.size()))
                    .extracting(ConsumerRecord::key)
                    .containsExactlyInAnyOrderElementsOf(keys);
            assertThat(wishes.records()).extracting(ConsumerRecord::partition).contains(0, 1, 2, 3);
        }
    }
}
