/** What the embedded parts promise, seen through the ordinary clients. */
@NullMarked
package io.twingrid.chassis.embedded;

import org.jspecify.annotations.NullMarked;
