package io.twingrid.chassis.edge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.kafka.config.TopicBuilder;

/**
 * The topics that a service writes or reads. They are created at start if they are missing: a producer or a parking that
 * meets a missing topic would block for a minute at a time.
 *
 * @param names topics of facts
 * @param parkedFor the consumer groups of this service, each with a parked topic beside every topic it reads
 * @param partitions of each topic; how far consumers can scale out. More can be added later, fewer not
 * @param replicas of each topic; 1 is right for a single broker only
 * @param keep how long facts stay on the topic; negative for ever
 */
@ConfigurationProperties("chassis.topics")
public record TopicSettings(
        @DefaultValue List<String> names,
        @DefaultValue List<Reads> parkedFor,
        @DefaultValue("6") int partitions,
        @DefaultValue("1") short replicas,
        @DefaultValue("-1ms") Duration keep) {

    public TopicSettings {
        if (partitions < 1 || replicas < 1) {
            throw new IllegalArgumentException(
                    "chassis.topics.partitions and .replicas must be at least 1: " + partitions + ", " + replicas);
        }
    }

    /** Group {@code group} reads {@code topic}. */
    public record Reads(String topic, String group) {}

    NewTopic[] newTopics() {
        List<NewTopic> topics = new ArrayList<>();
        names.forEach(name -> topics.add(topic(name)));
        parkedFor.forEach(reads -> topics.add(topic(Parking.topicOf(reads.topic(), reads.group()))));
        return topics.toArray(NewTopic[]::new);
    }

    private NewTopic topic(String name) {
        return TopicBuilder.name(name)
                .partitions(partitions)
                .replicas(replicas)
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG, Long.toString(keep.isNegative() ? -1 : keep.toMillis())))
                .build();
    }
}
