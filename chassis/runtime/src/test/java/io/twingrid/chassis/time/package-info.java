/** Tests of {@link io.twingrid.chassis.time}. */
@NullMarked
package io.twingrid.chassis.time;

import org.jspecify.annotations.NullMarked;
