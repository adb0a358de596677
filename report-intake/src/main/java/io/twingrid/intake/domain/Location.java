package io.twingrid.intake.domain;

/**
 * A place on the ground.
 *
 * @param lat WGS-84 latitude in degrees, north positive
 * @param lon WGS-84 longitude in degrees, east positive
 */
public record Location(double lat, double lon) {}
