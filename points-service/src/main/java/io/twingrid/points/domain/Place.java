package io.twingrid.points.domain;

import java.time.Instant;

/**
 * A place in a list that is in the order of a time, latest first; the id parts those of one time.
 *
 * @param at the time of the item that the next one stands behind
 * @param id its id
 */
public record Place(Instant at, String id) {}
