/**
 * What every service stands on; it knows no word of the domain.
 *
 * <p>Facts come in through {@link io.twingrid.chassis.edge.FactEdge}, change an aggregate in
 * {@link io.twingrid.chassis.change.ChangeStore}, and leave through {@link io.twingrid.chassis.change.OutboxRelay}. Read
 * these three, then {@link io.twingrid.chassis.ChassisAutoConfiguration} for the wiring.
 */
@NullMarked
package io.twingrid.chassis;

import org.jspecify.annotations.NullMarked;
