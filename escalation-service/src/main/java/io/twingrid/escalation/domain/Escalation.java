package io.twingrid.escalation.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a case came up from the community.
 *
 * @param by a person's id, or {@code system}
 * @param note what the community wants the street to know
 */
public record Escalation(Cause cause, String by, @Nullable String note, Instant at) {}
