package io.twingrid.escalation.domain;

/** A place in WGS-84, in degrees. */
public record Location(double lat, double lon) {}
