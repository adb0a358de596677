package io.twingrid.notification.channel.robot;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.twingrid.chassis.web.StandardWebhooks;
import io.twingrid.notification.channel.Sender;
import io.twingrid.notification.channel.http.Outside;
import io.twingrid.notification.domain.Address;
import io.twingrid.notification.domain.Answer;
import io.twingrid.notification.domain.Content;
import io.twingrid.notification.domain.Notice;
import io.twingrid.notification.domain.Target;
import io.twingrid.notification.domain.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * A notice as a CloudEvent 1.0 in structured mode, signed after
 * <a href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard Webhooks</a>.
 * {@code webhook-id} is the notice's id and the same in every try.
 */
public final class CloudEventsSender implements Sender {
    private final Outside outside;
    private final String source;
    private final JsonMapper json;
    private final Clock clock;

    /**
     * A sender.
     *
     * @param source the events' source, a URI
     */
    public CloudEventsSender(Outside outside, String source, JsonMapper json, Clock clock) {
        this.outside = outside;
        this.source = source;
        this.json = json;
        this.clock = clock;
    }

    record Event(
            String specversion,
            String id,
            String source,
            String type,
            String subject,
            Instant time,
            String datacontenttype,
            Data data) {}

    record Data(String id, String type, @Nullable String reportId, Words title, Words text, String link, Instant at) {}

    @Override
    public int most() {
        return 1;
    }

    @Override
    public Duration pace() {
        return Duration.ZERO;
    }

    @Override
    public Mono<Answer> send(Target target, List<Notice> notices) {
        Address.Hook hook = (Address.Hook) target.address();
        Notice notice = notices.getFirst();
        String body = json.writeValueAsString(event(notice));
        String secret = Objects.requireNonNull(hook.secret(), "a webhook has a secret");
        Map<String, String> headers =
                new HashMap<>(StandardWebhooks.signed(secret, notice.id(), clock.instant(), body));
        headers.put("content-type", "application/cloudevents+json");
        return outside.post(hook.url(), headers, body.getBytes(UTF_8)).map(HttpAnswers::of);
    }

    private Event event(Notice notice) {
        Content content = notice.content();
        return new Event(
                "1.0",
                notice.id(),
                source,
                "io.twingrid.notice.stored.v1",
                notice.audience().id(),
                content.at(),
                "application/json",
                new Data(
                        notice.id(),
                        content.type(),
                        content.reportId(),
                        content.title(),
                        content.text(),
                        content.link(),
                        content.at()));
    }
}
