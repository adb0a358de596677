/**
 * Reports come in over HTTP, go out as facts, and the facts that follow make the public view of each report.
 *
 * <p>Read {@link io.twingrid.intake.ReportIntake} (wiring), then {@link io.twingrid.intake.Submission} (publish first,
 * answer on the ack), then {@link io.twingrid.intake.events.ViewRoutes} (how the view follows the facts).
 */
@NullMarked
package io.twingrid.intake;

import org.jspecify.annotations.NullMarked;
