package io.twingrid.triage.domain;

/**
 * Who reported.
 *
 * @param id the person's id
 * @param observer whether an appointed observer, who is credited
 */
public record Reporter(String id, boolean observer) {}
