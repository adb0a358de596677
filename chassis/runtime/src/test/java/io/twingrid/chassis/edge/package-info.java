/** Tests of {@link io.twingrid.chassis.edge} that need no service. */
@NullMarked
package io.twingrid.chassis.edge;

import org.jspecify.annotations.NullMarked;
