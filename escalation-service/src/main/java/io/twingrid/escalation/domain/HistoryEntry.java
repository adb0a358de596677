package io.twingrid.escalation.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a case's story.
 *
 * @param verb the word for what was done
 * @param by a person's id, or {@code system}
 * @param text reason, note or departments, if there is any
 */
public record HistoryEntry(
        Instant at, String verb, String by, @Nullable String text) {}
