/**
 * Measures how many reports intake takes in, and how soon it answers, beside what the same server and the same broker do
 * without it, from an open-loop generator (<a href="https://docs.gatling.io/">Gatling</a>).
 *
 * <p>Read {@link io.twingrid.bench.intake.IntakeBench} (what is run), then {@link
 * io.twingrid.bench.intake.ReportSimulation} (the load), then {@link io.twingrid.bench.intake.ServerMain} (what is measured).
 */
@NullMarked
package io.twingrid.bench.intake;

import org.jspecify.annotations.NullMarked;
