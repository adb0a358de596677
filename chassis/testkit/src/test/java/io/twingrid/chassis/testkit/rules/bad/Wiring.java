package io.twingrid.chassis.testkit.rules.bad;

import io.twingrid.chassis.testkit.rules.good.domain.Rule;

/** Knows another service. */
public record Wiring(Rule rule) {}
