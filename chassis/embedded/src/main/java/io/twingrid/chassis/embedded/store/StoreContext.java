package io.twingrid.chassis.embedded.store;

import io.twingrid.chassis.embedded.store.engine.Engine;
import io.twingrid.chassis.embedded.store.query.QueryCounters;

/**
 * What all databases of one store share.
 *
 * @param engine the collections on disk
 * @param counters what queries have cost
 * @param cursors the results that clients have not read to the end
 */
record StoreContext(Engine engine, QueryCounters counters, Cursors cursors) {}
