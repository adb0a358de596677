/** The facts that intake writes, and those that its view follows. */
@NullMarked
package io.twingrid.intake.events;

import org.jspecify.annotations.NullMarked;
