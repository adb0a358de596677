/**
 * What the embedded store does in a second, at a million documents, and what it loses when it is killed. Run
 * {@link io.twingrid.bench.store.StoreBench}.
 */
@NullMarked
package io.twingrid.bench.store;

import org.jspecify.annotations.NullMarked;
