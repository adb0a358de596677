/** Tests of {@link io.twingrid.chassis.rounds}. */
@NullMarked
package io.twingrid.chassis.rounds;

import org.jspecify.annotations.NullMarked;
