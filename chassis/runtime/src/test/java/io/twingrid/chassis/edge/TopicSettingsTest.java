package io.twingrid.chassis.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicSettingsTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 2", "5, 2"})
    void fromThreeCopiesOnNothingIsAcknowledgedThatOnlyOneBrokerHas(short replicas, String acknowledgedBy) {
        NewTopic[] topics =
                new TopicSettings(List.of("things"), List.of(), 6, replicas, Duration.ofMillis(-1)).newTopics();

        assertThat(topics).singleElement().satisfies(topic -> {
            assertThat(topic.replicationFactor()).isEqualTo(replicas);
            assertThat(topic.configs())
                    .containsEntry(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, acknowledgedBy)
                    .containsEntry(TopicConfig.RETENTION_MS_CONFIG, "-1");
        });
    }
}
