package io.twingrid.notification.channel;

import io.twingrid.notification.domain.Answer;
import io.twingrid.notification.domain.Notice;
import io.twingrid.notification.domain.Target;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Mono;

/** How the targets of one kind are spoken to. */
public interface Sender {

    /** How many notices go in one message, at most. */
    int most();

    /** How long to wait between two messages to one target; nothing if it sets no rate. */
    Duration pace();

    /**
     * Sends notices as one message.
     *
     * @param notices one to {@link #most} of them, in their order
     * @return what the other side said; an error, or no answer in time, is a failure that is tried again
     */
    Mono<Answer> send(Target target, List<Notice> notices);
}
