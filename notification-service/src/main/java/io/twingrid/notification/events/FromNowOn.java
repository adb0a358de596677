package io.twingrid.notification.events;

import io.twingrid.notification.domain.LiveNotices;
import java.time.Duration;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.cloud.stream.binder.kafka.KafkaBindingRebalanceListener;

/**
 * Whenever this instance is given partitions of the announcements it begins at their end, and only then every stream looks
 * into the store: what was announced before that moment is found there, what comes after it is heard.
 */
public final class FromNowOn implements KafkaBindingRebalanceListener {
    /** How long the broker may take to say where a partition ends. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String binding;
    private final LiveNotices live;

    /**
     * Watches one binding.
     *
     * @param binding name of the binding that reads the announcements
     */
    public FromNowOn(String binding, LiveNotices live) {
        this.binding = binding;
        this.live = live;
    }

    @Override
    public void onPartitionsAssigned(
            String bindingName, Consumer<?, ?> consumer, Collection<TopicPartition> partitions, boolean initial) {
        if (!binding.equals(bindingName) || partitions.isEmpty()) {
            return;
        }
        try {
            consumer.seekToEnd(partitions);
            // Seeking is lazy: asking for the position makes the end that of now and not of the next poll.
            partitions.forEach(partition -> consumer.position(partition, PATIENCE));
        } finally {
            live.lookAgain();
        }
    }
}
