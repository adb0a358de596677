package io.twingrid.triage.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A later report of the same matter, and what it brings along.
 *
 * @param reportId id of the later report
 * @param reporter null if it is anonymous
 * @param photos ids of photos
 * @param supporters ids of the people who support it
 */
public record Joined(String reportId, @Nullable Reporter reporter, List<String> photos, List<String> supporters) {
    public Joined {
        photos = List.copyOf(photos);
        supporters = List.copyOf(supporters);
    }
}
