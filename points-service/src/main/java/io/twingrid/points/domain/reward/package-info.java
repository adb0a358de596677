/** What points are redeemed for: rewards, their stock, and redemptions. Plain Java. */
@NullMarked
package io.twingrid.points.domain.reward;

import org.jspecify.annotations.NullMarked;
