package io.twingrid.chassis.edge;

import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;

/** The topics of this service, made before anybody sends to them or reads them. */
final class Topics {
    private final TopicSettings settings;
    private final KafkaAdmin admin;
    private final KafkaTemplate<?, ?> producer;

    Topics(TopicSettings settings, KafkaAdmin admin, KafkaTemplate<?, ?> producer) {
        this.settings = settings;
        this.admin = admin;
        this.producer = producer;
    }

    /**
     * Makes those that are missing, and lets the producer get to know them: its first send would hold its caller's
     * thread until it does.
     *
     * @throws org.springframework.kafka.KafkaException if the broker is away
     */
    void create() {
        admin.createOrModifyTopics(settings.newTopics());
        settings.names().forEach(producer::partitionsFor);
    }
}
