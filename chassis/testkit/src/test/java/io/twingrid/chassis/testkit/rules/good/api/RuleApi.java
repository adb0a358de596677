package io.twingrid.chassis.testkit.rules.good.api;

import io.twingrid.chassis.testkit.rules.good.domain.Rule;

/** Knows the domain. */
public record RuleApi(Rule rule) {}
