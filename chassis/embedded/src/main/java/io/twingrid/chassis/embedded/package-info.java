/**
 * A Kafka broker and a MongoDB-compatible store that live in this JVM, keep their data in a folder each, and lose nothing
 * that they have acknowledged when the process is killed.
 *
 * <p>Read {@link io.twingrid.chassis.embedded.EmbeddedBroker} and {@link io.twingrid.chassis.embedded.EmbeddedStore}; what
 * they need to know stands in their {@code *Settings}, and what can go wrong at the start in
 * {@link io.twingrid.chassis.embedded.EmbeddedStartException}.
 */
@NullMarked
package io.twingrid.chassis.embedded;

import org.jspecify.annotations.NullMarked;
