package io.twingrid.chassis.testkit.wall;

/** All walls of a service. Its test class starts the service with {@link ServiceUnderTest#start} and implements this. */
public interface Walls extends ForgedTokens, HostileInput, PlainData, AccessMatrix, StoredScript {}
