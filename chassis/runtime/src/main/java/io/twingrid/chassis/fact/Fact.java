package io.twingrid.chassis.fact;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, as it travels: a <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md">CloudEvents
 * 1.0</a> event whose data is JSON.
 *
 * @param id unique within {@code source} and the same over every re-delivery and re-publication
 * @param type reverse-DNS name with a version, e.g. {@code io.example.thing.happened.v1}
 * @param source the service that states it, as a URI reference
 * @param subject what it is about; also the record's key, so facts about one subject keep their order
 * @param time when it happened, to the millisecond
 * @param traceparent the W3C trace context under which it happened, if there was one
 * @param data the JSON text of the fact's own fields
 */
public record Fact(
        String id,
        String type,
        String source,
        String subject,
        Instant time,
        @Nullable String traceparent,
        String data) {
    public Fact {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(data, "data");
    }
}
