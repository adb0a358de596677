package io.twingrid.chassis.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.fact.FactHeaders;
import io.twingrid.chassis.fact.UnreadableFactException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/**
 * The records of one poll that can be worked on: those up to the first unreadable one.
 *
 * @param deliveries in the order of the poll, without records of types that nobody here listens to
 * @param unreadable index of the first record that cannot be read, or -1
 * @param cause why it cannot be read, else null
 */
record Poll<R>(
        List<Delivery<R>> deliveries,
        int unreadable,
        @Nullable UnreadableFactException cause) {

    static <R> Poll<R> read(Message<? extends List<?>> message, FactRoutes<R> routes) {
        List<Map<String, ?>> headers = headers(message);
        List<?> keys = message.getHeaders().get(KafkaHeaders.RECEIVED_KEY, List.class);
        List<Delivery<R>> deliveries = new ArrayList<>();
        for (int i = 0; i < message.getPayload().size(); i++) {
            try {
                Delivery<R> delivery = read(
                        i, headers.get(i), key(keys, i), message.getPayload().get(i), routes);
                if (delivery != null) {
                    deliveries.add(delivery);
                }
            } catch (UnreadableFactException e) {
                return new Poll<>(deliveries, i, e);
            }
        }
        return new Poll<>(deliveries, -1, null);
    }

    private static <R> @Nullable Delivery<R> read(
            int index, Map<String, ?> headers, @Nullable String key, Object value, FactRoutes<R> routes) {
        String type = FactHeaders.text(headers, FactHeaders.TYPE);
        FactRoutes.Route<?, R> route = type == null ? null : routes.routeOf(type);
        if (type != null && route == null) {
            return null;
        }
        if (!(value instanceof byte[] bytes)) {
            throw new UnreadableFactException("the record has no value");
        }
        Fact fact = FactHeaders.fromRecord(headers, bytes);
        if (route == null) {
            throw new UnreadableFactException("header " + FactHeaders.TYPE + " is missing");
        }
        return new Delivery<>(index, key, fact, route, route.read(fact));
    }

    @SuppressWarnings("unchecked") // this is the header's type in batch mode, by Spring Cloud Stream's reference
    private static List<Map<String, ?>> headers(Message<?> message) {
        Object headers = message.getHeaders().get(KafkaHeaders.BATCH_CONVERTED_HEADERS);
        if (headers == null) {
            throw new IllegalStateException("the binding is not in batch mode: set consumer.batch-mode");
        }
        return (List<Map<String, ?>>) headers;
    }

    private static @Nullable String key(@Nullable List<?> keys, int index) {
        Object key = keys == null ? null : keys.get(index);
        if (key instanceof byte[] bytes) {
            return new String(bytes, UTF_8);
        }
        return key instanceof String text ? text : null;
    }
}
