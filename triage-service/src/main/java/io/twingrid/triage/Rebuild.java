package io.twingrid.triage;

import io.twingrid.chassis.change.ChangeStore;
import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.fact.FactHeaders;
import io.twingrid.chassis.fact.UnreadableFactException;
import io.twingrid.triage.domain.CaseFact;
import io.twingrid.triage.domain.CommunityCase;
import io.twingrid.triage.domain.TownRules;
import io.twingrid.triage.events.Retold;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Makes the cases anew out of the whole topic when their store was lost, before anything is listened to or done by time.
 * Nothing is stated meanwhile: what was decided is decided. Reports that nobody had put on a desk yet are put there as
 * they would have been.
 *
 * <p>One partition after the other, each in memory. Only an operator asks for it, and only an empty store takes it.
 */
final class Rebuild implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Rebuild.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int SIDE_BY_SIDE = 32;

    private final ChangeStore<CommunityCase, CaseFact> cases;
    private final CommunityDesk desk;
    private final TownRules rules;
    private final Supplier<Consumer<String, byte[]>> consumers;
    private final String topic;
    private volatile boolean isDone;

    Rebuild(
            ChangeStore<CommunityCase, CaseFact> cases,
            CommunityDesk desk,
            TownRules rules,
            Supplier<Consumer<String, byte[]>> consumers,
            String topic) {
        this.cases = cases;
        this.desk = desk;
        this.rules = rules;
        this.consumers = consumers;
        this.topic = topic;
    }

    // The thread that starts the service may wait here: until the cases are there, nothing else is to begin.
    @Override
    public void start() {
        if (Mono.from(cases.documents().find().first()).blockOptional().isPresent()) {
            log.warn("the store has cases; nothing is rebuilt. Leave TRIAGE_REBUILD out");
        } else {
            rebuild();
        }
        isDone = true;
    }

    @Override
    public void stop() {
        isDone = false;
    }

    @Override
    public boolean isRunning() {
        return isDone;
    }

    /** Before whatever listens, sweeps or answers. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    private void rebuild() {
        try (Consumer<String, byte[]> consumer = consumers.get()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            for (TopicPartition partition : partitions) {
                Map<String, Retold> told = read(consumer, partition);
                Flux.fromIterable(told.entrySet())
                        .flatMap(report -> written(report.getKey(), report.getValue()), SIDE_BY_SIDE)
                        .then()
                        .block();
                log.info("{} cases of {} are there again", told.size(), partition);
            }
        }
    }

    private Map<String, Retold> read(Consumer<String, byte[]> consumer, TopicPartition partition) {
        Map<String, Retold> told = new LinkedHashMap<>();
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        while (consumer.position(partition) < end) {
            consumer.poll(POLL).forEach(record -> hear(record, told));
        }
        return told;
    }

    private void hear(ConsumerRecord<String, byte[]> record, Map<String, Retold> told) {
        try {
            Fact fact = factOf(record);
            told.computeIfAbsent(fact.subject(), id -> new Retold(rules)).hear(fact);
        } catch (UnreadableFactException e) {
            // When it came, it was parked; it has never changed a case.
            log.warn("{}-{}@{} is left out: it cannot be read", record.topic(), record.partition(), record.offset());
        }
    }

    private Mono<?> written(String id, Retold told) {
        CommunityCase theCase = told.theCase();
        if (theCase != null) {
            return cases.restore(id, told.version(), told.causes(), theCase);
        }
        return told.report() == null ? Mono.empty() : desk.open(told.causes().getFirst(), id, told.report());
    }

    private static Fact factOf(ConsumerRecord<String, byte[]> record) {
        Map<String, byte[]> headers = new HashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), header.value());
        }
        return FactHeaders.fromRecord(headers, record.value());
    }
}
