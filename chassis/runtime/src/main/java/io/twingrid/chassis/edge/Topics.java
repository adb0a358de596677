package io.twingrid.chassis.edge;

import io.twingrid.chassis.fact.FactSender;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;

/** The topics of this service, made before anybody sends to them or reads them. */
final class Topics {
    private final TopicSettings settings;
    private final KafkaAdmin admin;
    private final KafkaTemplate<?, ?> producer;
    private final FactSender sender;
    private final List<NewTopic> more;

    /**
     * Knows what to make.
     *
     * @param more topics that the service describes itself, because they need other settings than those of facts
     */
    Topics(
            TopicSettings settings,
            List<NewTopic> more,
            KafkaAdmin admin,
            KafkaTemplate<?, ?> producer,
            FactSender sender) {
        this.settings = settings;
        this.more = List.copyOf(more);
        this.sender = sender;
        this.admin = admin;
        this.producer = producer;
    }

    /**
     * Makes those that are missing, lets the producer get to know them, and opens the sender.
     *
     * @throws org.springframework.kafka.KafkaException if the broker is away
     */
    void create() {
        admin.createOrModifyTopics(Stream.concat(Arrays.stream(settings.newTopics()), more.stream())
                .toArray(NewTopic[]::new));
        settings.names().forEach(producer::partitionsFor);
        more.forEach(topic -> producer.partitionsFor(topic.name()));
        sender.open();
    }
}
