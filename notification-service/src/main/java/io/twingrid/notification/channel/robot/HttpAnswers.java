package io.twingrid.notification.channel.robot;

import io.twingrid.notification.channel.http.Outside.Reply;
import io.twingrid.notification.domain.Answer;

/** What an HTTP status says of a notice, where the receiver says no more than that. */
final class HttpAnswers {
    private HttpAnswers() {}

    /**
     * Judges a reply. A redirect is a failure: it is not followed. What the receiver finds wrong with this one message is
     * a refusal; what is wrong with the call, the key or the server may be mended, and is tried again.
     */
    static Answer of(Reply reply) {
        String detail = "HTTP " + reply.status();
        if (reply.isSuccess()) {
            return new Answer.Taken(detail);
        }
        return switch (reply.status()) {
            case 410 -> new Answer.Gone(detail);
            case 400, 413, 415, 422 -> new Answer.Refused(detail);
            default -> new Answer.Failed(detail, reply.retryAfter());
        };
    }
}
