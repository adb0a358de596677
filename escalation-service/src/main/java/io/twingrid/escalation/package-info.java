/**
 * What a community cannot settle arrives at the street's sorting centre (微治理分拣中心) as a fact, becomes a case, goes to a
 * department, back to the community or is resolved, and leaves as facts.
 *
 * <p>Beside the cases it keeps care tasks (爱心接力), errands for people who live alone: {@link
 * io.twingrid.escalation.domain.care.CareTask} and {@link io.twingrid.escalation.CareDesk}.
 *
 * <p>Read {@link io.twingrid.escalation.EscalationService} (wiring), then {@link io.twingrid.escalation.domain.Moves} and
 * {@link io.twingrid.escalation.domain.StreetCase} (rules), then {@link
 * io.twingrid.escalation.events.EscalationRoutes} (what we listen to).
 */
@NullMarked
package io.twingrid.escalation;

import org.jspecify.annotations.NullMarked;
