package io.twingrid.notification.events;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.fact.FactJson;
import io.twingrid.chassis.fact.FactSender;
import io.twingrid.notification.domain.Announcer;
import io.twingrid.notification.domain.Notice;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Announces stored notices on {@code notices}, keyed by their audience. */
public final class KafkaAnnouncer implements Announcer {
    private final FactSender sender;
    private final String topic;
    private final String source;

    /**
     * Announces on this topic.
     *
     * @param service this service's name
     */
    public KafkaAnnouncer(FactSender sender, String topic, String service) {
        this.sender = sender;
        this.topic = topic;
        this.source = "/" + service;
    }

    @Override
    public Mono<Void> announce(Notice notice, @Nullable String traceparent) {
        return sender.send(
                topic,
                new Fact(
                        notice.id(),
                        Announcement.STORED,
                        source,
                        notice.audience().id(),
                        notice.content().at(),
                        traceparent,
                        FactJson.write(Announcement.from(notice))));
    }
}
