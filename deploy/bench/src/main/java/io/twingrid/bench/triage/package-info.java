/**
 * How fast the community's desk routes reports, and how fast it makes cases of a topic full of them, on the embedded broker
 * and store.
 *
 * <p>Read {@link io.twingrid.bench.triage.TriageBench}.
 */
@NullMarked
package io.twingrid.bench.triage;

import org.jspecify.annotations.NullMarked;
