package io.twingrid.escalation.domain.forward;

import reactor.core.publisher.Mono;

/** Carries letters by one channel, and asks after them where that can be done. */
public interface Carrier {
    ForwardChannel channel();

    /**
     * Delivers a letter.
     *
     * @return under what the other side knows it, or empty if it does not say; an error of {@link CarrierException} with a
     *     sentence for staff if it was not delivered
     */
    Mono<String> send(ForwardTarget target, Letter letter);

    /**
     * Asks what has become of it.
     *
     * @param reference what {@link #send} or the last answer said
     * @return an error of {@link CarrierException} if there is no answer
     */
    Mono<Remote> ask(ForwardTarget target, String reference);
}
