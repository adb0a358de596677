package io.twingrid.chassis.edge;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.fact.FactJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a consumer listens to: a table of fact types, the record each is read as, and what is done with it. Types that
 * are not in the table belong to somebody else and are passed over.
 *
 * @param <R> what a handler answers: a {@code Mono} of its outcome for {@link FactEdge#lanes}, a write for {@link
 *     FactEdge#bulk}
 */
public final class FactRoutes<R> {
    private final Map<String, Route<?, R>> routes;

    private FactRoutes(Map<String, Route<?, R>> routes) {
        this.routes = Map.copyOf(routes);
    }

    /** One row of the table. */
    record Route<T, R>(String type, Class<T> dataType, BiFunction<Fact, T, R> handler) {
        T read(Fact fact) {
            return FactJson.read(fact.data(), dataType);
        }

        R handle(Fact fact, Object data) {
            return handler.apply(fact, dataType.cast(data));
        }
    }

    public static <R> Table<R> table() {
        return new Table<>();
    }

    /** The fact types that are listened to. */
    public Set<String> types() {
        return routes.keySet();
    }

    @Nullable
    Route<?, R> routeOf(String type) {
        return routes.get(type);
    }

    /** A table being written. */
    public static final class Table<R> {
        private final Map<String, Route<?, R>> routes = new LinkedHashMap<>();

        /**
         * Adds a row.
         *
         * @param type the CloudEvents type
         * @param dataType the reader's own record: just the fields it uses; its compact constructor checks them
         * @throws IllegalArgumentException if the type has a row already
         */
        public <T> Table<R> on(String type, Class<T> dataType, BiFunction<Fact, T, R> handler) {
            if (routes.put(type, new Route<>(type, dataType, handler)) != null) {
                throw new IllegalArgumentException(type + " is routed twice");
            }
            return this;
        }

        public FactRoutes<R> done() {
            return new FactRoutes<>(routes);
        }
    }
}
