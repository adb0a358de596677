package io.twingrid.notification.domain;

/** A notice that has no number yet. */
public record Draft(Audience audience, Content content) {}
