package io.twingrid.notification.events;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.fact.FactHeaders;
import io.twingrid.chassis.fact.FactJson;
import io.twingrid.chassis.fact.UnreadableFactException;
import io.twingrid.notification.domain.LiveNotices;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/**
 * Gives what any instance stored to the streams of this one.
 *
 * <p>Not by the chassis' edge: nothing here is work that must be done once, retried or parked. An announcement that cannot
 * be read is counted and passed over; its notice is in the store, and the next one of its audience shows the gap.
 */
public final class AnnouncementReader implements Consumer<Message<List<byte[]>>> {
    private static final Logger log = LoggerFactory.getLogger(AnnouncementReader.class);

    private final LiveNotices live;
    private final Counter unreadable;

    public AnnouncementReader(LiveNotices live, MeterRegistry metrics) {
        this.live = live;
        this.unreadable = Counter.builder("notices.announcements.unreadable")
                .description("Records on the topic of announcements that are none")
                .register(metrics);
    }

    @Override
    @SuppressWarnings("unchecked") // this is the header's type in batch mode, by Spring Cloud Stream's reference
    public void accept(Message<List<byte[]>> poll) {
        List<Map<String, ?>> headers = (List<Map<String, ?>>)
                Objects.requireNonNull(poll.getHeaders().get(KafkaHeaders.BATCH_CONVERTED_HEADERS));
        List<?> values = poll.getPayload();
        for (int i = 0; i < values.size(); i++) {
            try {
                tell(headers.get(i), values.get(i));
            } catch (UnreadableFactException e) {
                unreadable.increment();
                log.warn("passed over an announcement: {}", e.getMessage());
            }
        }
    }

    private void tell(Map<String, ?> headers, Object value) {
        // A record without a value arrives as a place holder that is no bytes.
        if (!(value instanceof byte[] bytes)) {
            throw new UnreadableFactException("the record has no value");
        }
        Fact fact = FactHeaders.fromRecord(headers, bytes);
        if (Announcement.STORED.equals(fact.type())) {
            live.tell(FactJson.read(fact.data(), Announcement.class).toNotice());
        }
    }
}
