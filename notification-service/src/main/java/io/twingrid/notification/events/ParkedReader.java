package io.twingrid.notification.events;

import io.twingrid.chassis.fact.FactHeaders;
import io.twingrid.notification.domain.Detail;
import io.twingrid.notification.domain.Details;
import io.twingrid.notification.domain.Heard;
import io.twingrid.notification.domain.Occasion;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import reactor.core.publisher.Mono;

/**
 * Hears of every record that any service has put aside: one notice an hour for each topic and group, however many they are.
 *
 * <p>Not by the chassis' edge: a parked record need not be a fact, and none of it is read but the two headers that say where
 * it came from.
 */
public final class ParkedReader implements Consumer<Message<List<byte[]>>> {
    private final Function<List<Heard>, Mono<Void>> tell;
    private final Duration workWithin;

    /**
     * Reads for whoever tells.
     *
     * @param workWithin the longest that a poll's work may take before it is tried again
     */
    public ParkedReader(Function<List<Heard>, Mono<Void>> tell, Duration workWithin) {
        this.tell = tell;
        this.workWithin = workWithin;
    }

    @Override
    @SuppressWarnings("unchecked") // these are the headers' types in batch mode, by Spring Cloud Stream's reference
    public void accept(Message<List<byte[]>> poll) {
        List<Map<String, ?>> headers = (List<Map<String, ?>>)
                Objects.requireNonNull(poll.getHeaders().get(KafkaHeaders.BATCH_CONVERTED_HEADERS));
        List<Long> times = (List<Long>) Objects.requireNonNull(poll.getHeaders().get(KafkaHeaders.RECEIVED_TIMESTAMP));
        Map<String, Heard> byCause = IntStream.range(0, headers.size())
                .mapToObj(i -> heard(headers.get(i), Instant.ofEpochMilli(times.get(i))))
                .collect(Collectors.toMap(Heard::cause, heard -> heard, (first, again) -> first, LinkedHashMap::new));
        try {
            // The listener's own thread may wait here: while it waits, nothing more is polled.
            tell.apply(List.copyOf(byCause.values())).block(workWithin);
        } catch (RuntimeException e) {
            // With an index the poll is tried again as long as the store is away; without one it would soon be parked.
            throw new BatchListenerFailedException(String.valueOf(e.getMessage()), e, 0);
        }
    }

    private static Heard heard(Map<String, ?> headers, Instant parkedAt) {
        String topic = Objects.requireNonNullElse(FactHeaders.text(headers, "parked-topic"), "—");
        String group = Objects.requireNonNullElse(FactHeaders.text(headers, "parked-group"), "—");
        Instant hour = parkedAt.truncatedTo(ChronoUnit.HOURS);
        String cause = "parked:%s:%s:%s".formatted(topic, group, hour);
        Details details = Details.none().with(Detail.TOPIC, topic).with(Detail.GROUP, group);
        return Heard.of(cause, Occasion.PARKED, parkedAt, details);
    }
}
