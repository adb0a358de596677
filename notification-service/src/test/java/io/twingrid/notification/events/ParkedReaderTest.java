package io.twingrid.notification.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.MongoTimeoutException;
import io.twingrid.notification.domain.Heard;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import reactor.core.publisher.Mono;

class ParkedReaderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00Z");

    @Test
    void manyRecordsOfOneHourAreOneNotice() {
        List<Heard> told = new ArrayList<>();
        ParkedReader reader = new ParkedReader(heard -> Mono.fromRunnable(() -> told.addAll(heard)), PATIENCE);

        reader.accept(poll(3));

        assertThat(told).singleElement().satisfies(heard -> assertThat(heard.cause())
                .isEqualTo("parked:report-events:points-service:2026-11-22T09:00:00Z"));
    }

    @Test
    void aStoreThatIsAwayIsAFailureOfTheFirstRecordSoThatTheyAreTriedAgainUntilItIsThere() {
        MongoTimeoutException away = new MongoTimeoutException("the store is away");
        ParkedReader reader = new ParkedReader(heard -> Mono.error(away), PATIENCE);

        assertThatExceptionOfType(BatchListenerFailedException.class)
                .isThrownBy(() -> reader.accept(poll(2)))
                .withCause(away)
                .satisfies(failed -> assertThat(failed.getIndex()).isZero());
    }

    private static Message<List<byte[]>> poll(int records) {
        Map<String, Object> headers = Map.of("parked-topic", "report-events", "parked-group", "points-service");
        return MessageBuilder.withPayload(Collections.nCopies(records, new byte[0]))
                .setHeader(KafkaHeaders.BATCH_CONVERTED_HEADERS, Collections.nCopies(records, headers))
                .setHeader(KafkaHeaders.RECEIVED_TIMESTAMP, Collections.nCopies(records, NINE.toEpochMilli()))
                .build();
    }
}
