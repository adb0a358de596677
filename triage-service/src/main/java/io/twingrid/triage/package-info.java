/**
 * Reports arrive as facts, become cases at a community's desk, and leave as facts: verified, rejected, assigned, resolved,
 * or escalated to the street, whose answer comes back as a fact.
 *
 * <p>Read {@link io.twingrid.triage.TriageService} (wiring), then {@link io.twingrid.triage.domain.Moves} and {@link
 * io.twingrid.triage.domain.CommunityCase} (rules), then {@link io.twingrid.triage.events.TriageRoutes} (what we listen
 * to).
 */
@NullMarked
package io.twingrid.triage;

import org.jspecify.annotations.NullMarked;
