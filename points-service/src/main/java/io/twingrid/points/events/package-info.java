/** Kafka in: the facts that points depend on, each read as just the fields that are used. */
@NullMarked
package io.twingrid.points.events;

import org.jspecify.annotations.NullMarked;
