/**
 * Resolved reports arrive as facts, become entries of the ledger by named rules, and leave as facts.
 *
 * <p>Read {@link io.twingrid.points.PointsService} (wiring), then {@link io.twingrid.points.domain.Account} and {@link
 * io.twingrid.points.domain.AwardRules} (rules), then {@link io.twingrid.points.Ledger} (how an entry is added, once).
 */
@NullMarked
package io.twingrid.points;

import org.jspecify.annotations.NullMarked;
