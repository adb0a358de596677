/**
 * Resolved reports arrive as facts, become entries of the ledger by named rules, and leave as facts; what was earned is redeemed
 * by observers who were trained and appointed.
 *
 * <p>Read {@link io.twingrid.points.PointsService} (wiring) and {@link io.twingrid.points.PointsAccess} (who may what), then {@link
 * io.twingrid.points.domain.Account} and {@link io.twingrid.points.domain.AwardRules} (rules), then {@link io.twingrid.points.Ledger}
 * (how an entry is added, once) and {@link io.twingrid.points.Redeeming} (how several writes hold together).
 */
@NullMarked
package io.twingrid.points;

import org.jspecify.annotations.NullMarked;
