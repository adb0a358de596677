/** The consumer edge: a poll of records becomes calls of handlers, lane by lane; trouble is sorted by kind. */
@NullMarked
package io.twingrid.chassis.edge;

import org.jspecify.annotations.NullMarked;
