package io.twingrid.chassis.testkit.rules.bad.store;

import io.twingrid.chassis.testkit.rules.bad.Wiring;

/** A store that knows the wiring. */
public record Nosy(Wiring wiring) {}
