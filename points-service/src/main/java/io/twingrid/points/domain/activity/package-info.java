/** Voluntary activities: places, sign-up, attendance. Plain Java. */
@NullMarked
package io.twingrid.points.domain.activity;

import org.jspecify.annotations.NullMarked;
