/** Facts: CloudEvents 1.0 in Kafka's binary mode, and the way onto a topic. */
@NullMarked
package io.twingrid.chassis.fact;

import org.jspecify.annotations.NullMarked;
