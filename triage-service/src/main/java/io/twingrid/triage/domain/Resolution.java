package io.twingrid.triage.domain;

import java.time.Instant;
import java.util.List;

/**
 * How a case was done.
 *
 * @param level who did it; it goes back there if it is not done after all
 * @param at when; the reporter's time for a word begins
 * @param photos ids of photos that show it
 */
public record Resolution(Level level, Instant at, String note, List<String> photos) {
    public Resolution {
        photos = List.copyOf(photos);
    }
}
