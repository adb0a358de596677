/** Work that a service does by itself, again and again. */
@NullMarked
package io.twingrid.chassis.rounds;

import org.jspecify.annotations.NullMarked;
