package io.twingrid.chassis.edge;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
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
 * @param replicas of each topic; 1 is right for a single broker only. From 3 on nothing is acknowledged that only one broker has
 * @param keep how long facts stay on the topic; negative for ever
 */
@ConfigurationProperties("chassis.topics")
public record TopicSettings(
        @DefaultValue List<String> names,
        @DefaultValue List<Reads> parkedFor,
        @DefaultValue("6") int partitions,
        @DefaultValue("1") short replicas,
        @DefaultValue("-1ms") Duration keep) {
    /** With fewer, waiting for a second broker would stop all writing when one is away. */
    private static final int REPLICAS_THAT_SPARE_ONE = 3;

    public TopicSettings {
        if (partitions < 1 || replicas < 1) {
            throw new IllegalArgumentException(
                    "chassis.topics.partitions and .replicas must be at least 1: " + partitions + ", " + replicas);
        }
    }

    /** Group {@code group} reads {@code topic}. */
    public record Reads(String topic, String group) {}

    /**
     * A topic with the partitions and copies of all of this service's.
     *
     * @param keeping how long its records stay; negative for ever
     */
    public NewTopic topic(String name, Duration keeping) {
        return TopicBuilder.name(name)
                .partitions(partitions)
                .replicas(replicas)
                .config(TopicConfig.RETENTION_MS_CONFIG, Long.toString(keeping.isNegative() ? -1 : keeping.toMillis()))
                .config(
                        TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
                        Integer.toString(replicas < REPLICAS_THAT_SPARE_ONE ? 1 : 2))
                .build();
    }

    NewTopic[] newTopics() {
        return Stream.concat(
                        names.stream(), parkedFor.stream().map(reads -> Parking.topicOf(reads.topic(), reads.group())))
                .map(name -> topic(name, keep))
                .toArray(NewTopic[]::new);
    }
}
