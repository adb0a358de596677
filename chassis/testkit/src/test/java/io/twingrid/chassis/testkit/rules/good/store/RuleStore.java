package io.twingrid.chassis.testkit.rules.good.store;

import io.twingrid.chassis.testkit.rules.good.domain.Rule;

/** Knows the domain. */
public record RuleStore(Rule rule) {}
