/** Kafka in and out: what the desk listens to, and how its facts are written. */
@NullMarked
package io.twingrid.triage.events;

import org.jspecify.annotations.NullMarked;
