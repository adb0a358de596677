package io.twingrid.chassis.fact;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * {@link Fact} ⇄ record, by the <a
 * href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">Kafka protocol
 * binding</a>'s binary mode: attributes are {@code ce_} headers, the value is the data.
 *
 * <p>Spring Cloud Function's own helper writes another prefix for Kafka, so the headers are mapped here.
 */
public final class FactHeaders {
    public static final String TYPE = "ce_type";
    private static final String SPEC_VERSION = "ce_specversion";
    private static final String ID = "ce_id";
    private static final String SOURCE = "ce_source";
    private static final String SUBJECT = "ce_subject";
    private static final String TIME = "ce_time";
    private static final String CONTENT_TYPE = "content-type";
    private static final String TRACE_PARENT = "traceparent";

    private FactHeaders() {}

    /** The record that carries {@code fact}; its key is the fact's subject. */
    public static ProducerRecord<String, byte[]> toRecord(String topic, Fact fact) {
        List<Header> headers = new ArrayList<>();
        headers.add(header(SPEC_VERSION, "1.0"));
        headers.add(header(ID, fact.id()));
        headers.add(header(TYPE, fact.type()));
        headers.add(header(SOURCE, fact.source()));
        headers.add(header(SUBJECT, fact.subject()));
        headers.add(header(TIME, fact.time().toString()));
        headers.add(header(CONTENT_TYPE, "application/json"));
        if (fact.traceparent() != null) {
            headers.add(header(TRACE_PARENT, fact.traceparent()));
        }
        return new ProducerRecord<>(topic, null, fact.subject(), fact.data().getBytes(UTF_8), headers);
    }

    /**
     * The fact in a record that was read.
     *
     * @throws UnreadableFactException if an attribute that CloudEvents or this system requires is missing or malformed
     */
    public static Fact fromRecord(Map<String, ?> headers, byte[] value) {
        String version = required(headers, SPEC_VERSION);
        if (!version.equals("1.0")) {
            throw new UnreadableFactException("header " + SPEC_VERSION + " is '" + version + "', this reads 1.0");
        }
        return new Fact(
                required(headers, ID),
                required(headers, TYPE),
                required(headers, SOURCE),
                required(headers, SUBJECT),
                time(required(headers, TIME)),
                text(headers, TRACE_PARENT),
                new String(value, UTF_8));
    }

    /** A header's text, or null if the record has none of that name. */
    public static @Nullable String text(Map<String, ?> headers, String name) {
        Object value = headers.get(name);
        if (value instanceof byte[] bytes) {
            return new String(bytes, UTF_8);
        }
        return value instanceof String text ? text : null;
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new UnreadableFactException("header " + TIME + " is '" + text + "', not an RFC 3339 time", e);
        }
    }

    private static String required(Map<String, ?> headers, String name) {
        String text = text(headers, name);
        if (text == null || text.isEmpty()) {
            throw new UnreadableFactException("header " + name + " is missing");
        }
        return text;
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }
}
