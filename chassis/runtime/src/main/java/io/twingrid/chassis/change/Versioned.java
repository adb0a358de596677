package io.twingrid.chassis.change;

/** An aggregate as it was read, with the version that a compare-and-set expects. */
public record Versioned<A>(A aggregate, long version) {}
