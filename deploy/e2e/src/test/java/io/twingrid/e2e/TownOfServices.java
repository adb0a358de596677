package io.twingrid.e2e;

import io.twingrid.chassis.testkit.Backends;
import io.twingrid.chassis.testkit.FactTopic;
import io.twingrid.chassis.testkit.RunningService;
import io.twingrid.escalation.EscalationService;
import io.twingrid.intake.ReportIntake;
import io.twingrid.notification.NotificationService;
import io.twingrid.points.PointsService;
import io.twingrid.triage.TriageService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;

/** All five services on the same topics, as a town runs them. */
final class TownOfServices implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final RunningService intake;
    final RunningService triage;
    final RunningService escalation;
    final RunningService points;
    final RunningService notification;

    private TownOfServices(String space) {
        String town = "TWINGRID_TOWN=../town";
        this.intake = RunningService.startIn(space, ReportIntake.application(), town);
        this.triage = RunningService.startIn(space, TriageService.application(), town);
        this.escalation = RunningService.startIn(space, EscalationService.application(), town);
        this.points = RunningService.startIn(space, PointsService.application(), town);
        this.notification = RunningService.startIn(space, NotificationService.application(), town);
    }

    static TownOfServices start() {
        return new TownOfServices("e2e" + UUID.randomUUID().toString().substring(0, 8));
    }

    /** A topic from the outside, by its name without the prefix. */
    FactTopic facts(String topic) {
        return intake.facts(topic);
    }

    /** Waits until these consumer groups have worked off all that is on a topic. */
    void awaitWorkedOff(String topic, String... groups) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, Backends.kafkaBrokers()))) {
            String name = facts(topic).name();
            for (String group : groups) {
                Awaitility.await(group + " at the end of " + topic)
                        .atMost(PATIENCE)
                        .until(() -> isWorkedOff(admin, name, intake.space() + "." + group));
            }
        }
    }

    private static boolean isWorkedOff(Admin admin, String topic, String group)
            throws ExecutionException, InterruptedException {
        List<TopicPartition> partitions =
                admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().stream()
                        .map(partition -> new TopicPartition(topic, partition.partition()))
                        .toList();
        Map<TopicPartition, OffsetAndMetadata> done = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        var ends = admin.listOffsets(partitions.stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest())))
                .all()
                .get();
        return partitions.stream().allMatch(partition -> {
            long end = ends.get(partition).offset();
            OffsetAndMetadata at = done.get(partition);
            return end == 0 || (at != null && at.offset() == end);
        });
    }

    @Override
    public void close() {
        List.of(notification, points, escalation, triage, intake).forEach(RunningService::close);
    }
}
