/**
 * How fast the ledger grows and how the redemption race ends, on the embedded broker and store.
 *
 * <p>Read {@link io.twingrid.bench.points.PointsBench}.
 */
@NullMarked
package io.twingrid.bench.points;

import org.jspecify.annotations.NullMarked;
