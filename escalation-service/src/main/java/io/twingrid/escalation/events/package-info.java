/** Kafka in and out: what the centre listens to, and how its facts are written. */
@NullMarked
package io.twingrid.escalation.events;

import org.jspecify.annotations.NullMarked;
