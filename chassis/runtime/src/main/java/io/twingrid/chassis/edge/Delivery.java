package io.twingrid.chassis.edge;

import io.twingrid.chassis.fact.Fact;
import org.jspecify.annotations.Nullable;

/**
 * One record of a poll, as it was read.
 *
 * @param index its place in the poll, from 0
 * @param key the record's key; records of one key are handled in order
 * @param fact what it says
 * @param route who handles it
 * @param data the fact's data as the route's own record
 */
record Delivery<R>(int index, @Nullable String key, Fact fact, FactRoutes.Route<?, R> route, Object data) {
    R handle() {
        return route.handle(fact, data);
    }
}
