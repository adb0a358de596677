package io.twingrid.chassis.fact;

import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Puts facts on a topic. */
public final class FactSender {
    private final KafkaTemplate<String, byte[]> kafka;

    public FactSender(KafkaTemplate<String, byte[]> kafka) {
        this.kafka = kafka;
    }

    /**
     * Sends one fact; completes on the broker's ack ({@code acks=all}) and not before. Two sends from one thread under one
     * subject stay in order (idempotent producer).
     *
     * @return an error of {@link BrokerAwayException} if there was no ack within the producer's delivery timeout; the fact
     *     may then still reach the topic
     */
    public Mono<Void> send(String topic, Fact fact) {
        return Mono.defer(() -> Mono.fromFuture(kafka.send(FactHeaders.toRecord(topic, fact))))
                .onErrorMap(e -> new BrokerAwayException("no ack from the broker for " + topic, e))
                // Whatever follows the ack must not hold the producer's one thread.
                .publishOn(Schedulers.parallel())
                .then();
    }
}
