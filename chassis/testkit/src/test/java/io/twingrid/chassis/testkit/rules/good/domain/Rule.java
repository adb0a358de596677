package io.twingrid.chassis.testkit.rules.good.domain;

import java.util.List;

/** Plain Java. */
public record Rule(List<String> words) {}
