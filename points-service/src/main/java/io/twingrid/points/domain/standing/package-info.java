/** Who has earned how much in a month, a quarter, a year. Plain Java. */
@NullMarked
package io.twingrid.points.domain.standing;

import org.jspecify.annotations.NullMarked;
