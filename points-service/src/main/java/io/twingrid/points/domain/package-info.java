/** Rules of the points: what is awarded, and how an account goes from one entry to the next. Plain Java. */
@NullMarked
package io.twingrid.points.domain;

import org.jspecify.annotations.NullMarked;
