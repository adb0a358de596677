/**
 * From a filter and a sort to the documents, by the cheapest way there is. Read
 * {@link io.twingrid.chassis.embedded.store.query.Query}, {@link io.twingrid.chassis.embedded.store.query.Planner} and
 * {@link io.twingrid.chassis.embedded.store.query.Scan}.
 */
@NullMarked
package io.twingrid.chassis.embedded.store.query;

import org.jspecify.annotations.NullMarked;
