/** The people who report: application, training, appointment, suspension. Plain Java. */
@NullMarked
package io.twingrid.points.domain.observer;

import org.jspecify.annotations.NullMarked;
