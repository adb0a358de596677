/** A change and its facts in one write, and the relay that carries the facts to the topic. */
@NullMarked
package io.twingrid.chassis.change;

import org.jspecify.annotations.NullMarked;
