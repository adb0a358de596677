package io.twingrid.chassis.edge;

import io.twingrid.chassis.edge.TopicSettings.Reads;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * What stands on the topics of this service when it starts and is not worked off: the facts of a stop, or all of them in a
 * replay.
 *
 * <p>Whatever acts by itself on what the service knows, such as a deadline, waits for it: a case that was settled during
 * the stop must not be urged after it. Worked off is what the consumer group has committed, so every partition counts,
 * whichever instance reads it.
 */
public final class Backlog {
    private static final Logger log = LoggerFactory.getLogger(Backlog.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Duration SLOWEST_RETRY = Duration.ofSeconds(2);

    private final Mono<Void> workedOff;

    Backlog(List<Reads> reads, Supplier<Admin> admins) {
        this.workedOff = Mono.using(
                        admins::get,
                        admin -> Flux.fromIterable(reads)
                                .flatMap(one -> waitFor(one, admin))
                                .then(),
                        admin -> admin.close(Duration.ZERO))
                // A broker whose name nobody knows yet fails here, before there is a client that could wait.
                .retryWhen(patiently())
                .doOnSuccess(done -> log.info("the backlog of {} is worked off", reads))
                .cache();
    }

    /**
     * Completes when everything is worked off that stood on the topics at the first subscription. Waits for a broker that is
     * away as long as it takes; never an error.
     */
    public Mono<Void> workedOff() {
        return workedOff;
    }

    private static Mono<Void> waitFor(Reads reads, Admin admin) {
        return ends(reads.topic(), admin)
                .retryWhen(patiently())
                .flatMap(ends -> committed(reads.group(), admin)
                        .filter(committed -> covers(committed, ends))
                        .repeatWhenEmpty(looks -> looks.delayElements(LOOK_EVERY))
                        .retryWhen(patiently()))
                .then();
    }

    private static Retry patiently() {
        return Retry.backoff(Long.MAX_VALUE, LOOK_EVERY)
                .maxBackoff(SLOWEST_RETRY)
                .doBeforeRetry(again -> log.debug("the backlog cannot be seen yet: {}", again));
    }

    /** Where each partition that holds records ends. */
    private static Mono<Map<TopicPartition, Long>> ends(String topic, Admin admin) {
        return mono(() -> admin.describeTopics(List.of(topic)).allTopicNames())
                .map(topics -> topics.values().stream()
                        .flatMap(found -> found.partitions().stream())
                        .map(partition -> new TopicPartition(topic, partition.partition()))
                        .toList())
                .flatMap(partitions -> Mono.zip(
                        offsets(partitions, OffsetSpec.earliest(), admin),
                        offsets(partitions, OffsetSpec.latest(), admin),
                        (first, end) -> {
                            Map<TopicPartition, Long> ends = new HashMap<>(end);
                            ends.entrySet().removeIf(one -> one.getValue().equals(first.get(one.getKey())));
                            return ends;
                        }));
    }

    private static Mono<Map<TopicPartition, Long>> offsets(
            List<TopicPartition> partitions, OffsetSpec which, Admin admin) {
        Map<TopicPartition, OffsetSpec> asked =
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> which));
        return mono(() -> admin.listOffsets(asked).all()).map(found -> found.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, (Map.Entry<TopicPartition, ListOffsetsResultInfo> one) -> one.getValue()
                                .offset())));
    }

    private static Mono<Map<TopicPartition, OffsetAndMetadata>> committed(String group, Admin admin) {
        return mono(() -> admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    }

    private static boolean covers(Map<TopicPartition, OffsetAndMetadata> committed, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> {
            OffsetAndMetadata done = committed.get(end.getKey());
            return done != null && done.offset() >= end.getValue();
        });
    }

    private static <T> Mono<T> mono(Supplier<KafkaFuture<T>> asked) {
        return Mono.fromCompletionStage(() -> asked.get().toCompletionStage());
    }
}
