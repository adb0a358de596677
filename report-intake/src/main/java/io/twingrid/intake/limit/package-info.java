/** How much one may ask in how much time. */
@NullMarked
package io.twingrid.intake.limit;

import org.jspecify.annotations.NullMarked;
