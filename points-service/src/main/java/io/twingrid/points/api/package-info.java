/** HTTP in: what an observer, and the points staff, can see of an account. */
@NullMarked
package io.twingrid.points.api;

import org.jspecify.annotations.NullMarked;
