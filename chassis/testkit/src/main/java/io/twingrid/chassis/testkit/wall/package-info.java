/**
 * The walls that every service has, as tests: forged tokens, hostile input, values that are data, scripts that stay text, and
 * the table of who may do what. A service's test class implements {@link io.twingrid.chassis.testkit.wall.Walls}.
 */
@NullMarked
package io.twingrid.chassis.testkit.wall;

import org.jspecify.annotations.NullMarked;
