package io.twingrid.chassis.fact;

import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Puts facts on a topic. */
public final class FactSender {
    private final KafkaTemplate<String, byte[]> kafka;
    // A send while the producer does not know the topic yet would hold its caller's thread, an event loop perhaps.
    private volatile boolean open;

    public FactSender(KafkaTemplate<String, byte[]> kafka) {
        this.kafka = kafka;
    }

    /** Says that the topics are there and the producer knows them. Until then nothing is sent. */
    public void open() {
        open = true;
    }

    /**
     * Sends one fact; completes on the broker's ack ({@code acks=all}) and not before. Two sends from one thread under one
     * subject stay in order (idempotent producer).
     *
     * @return an error of {@link BrokerAwayException} if there was no ack within the producer's delivery timeout; the fact
     *     may then still reach the topic. Any other error is the broker's refusal of this fact
     */
    public Mono<Void> send(String topic, Fact fact) {
        if (!open) {
            return Mono.error(
                    new BrokerAwayException("the broker has not been there yet; nothing is sent to " + topic));
        }
        return Mono.defer(() -> Mono.fromFuture(kafka.send(FactHeaders.toRecord(topic, fact))))
                .onErrorMap(Absence::isBehind, e -> new BrokerAwayException("no ack from the broker for " + topic, e))
                // Whatever follows the ack must not hold the producer's one thread.
                .publishOn(Schedulers.parallel())
                .then();
    }
}
