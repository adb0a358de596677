/** A service without a domain worth the name, on which the chassis is tried: things that are counted. */
@NullMarked
package io.twingrid.chassis.testkit.things;

import org.jspecify.annotations.NullMarked;
