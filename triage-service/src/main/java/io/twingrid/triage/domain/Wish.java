package io.twingrid.triage.domain;

import java.time.Instant;

/** More time that somebody has asked for; a lead decides. */
public record Wish(String by, Instant until, String reason) {}
