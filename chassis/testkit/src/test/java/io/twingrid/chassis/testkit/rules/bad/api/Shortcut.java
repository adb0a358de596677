package io.twingrid.chassis.testkit.rules.bad.api;

import io.twingrid.chassis.testkit.rules.bad.store.Nosy;

/** A room that knows another. */
public record Shortcut(Nosy nosy) {}
