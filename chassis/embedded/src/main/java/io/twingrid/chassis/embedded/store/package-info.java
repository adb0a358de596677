/**
 * A MongoDB-compatible store on top of mongo-java-server, which brings the wire protocol, the filter and update language
 * and the aggregation stages. Ours are the durable log, the ordered indexes and the planner below, and the commands here.
 * Read {@link io.twingrid.chassis.embedded.store.StoreBackend}, then
 * {@link io.twingrid.chassis.embedded.store.StoreDatabase} (the table of commands), then
 * {@link io.twingrid.chassis.embedded.store.StoreCollection}.
 */
@NullMarked
package io.twingrid.chassis.embedded.store;

import org.jspecify.annotations.NullMarked;
