package io.twingrid.intake.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was seen; never changed after it was submitted.
 *
 * @param id the case has the same one
 * @param number what people say on the phone: the day and eight characters
 * @param at when it was accepted
 * @param reporter who saw it, or null if it is anonymous
 * @param handledOnSpot the reporter has dealt with it already
 * @param attributes answers to the category's questions
 * @param channel by which way it came
 * @param accuracy radius in metres within which {@code location} is, or null if that was not said
 * @param flags what staff should know before they act on it
 */
public record Report(
        String id,
        String number,
        Instant at,
        @Nullable Reporter reporter,
        String category,
        String description,
        Location location,
        @Nullable String address,
        List<String> photos,
        boolean handledOnSpot,
        Map<String, String> attributes,
        String channel,
        @Nullable Double accuracy,
        List<Flag> flags) {
    public Report {
        flags = List.copyOf(flags);
        photos = List.copyOf(photos);
        attributes = Map.copyOf(attributes);
    }

    /** Its words as everybody may read them. */
    public String publicDescription() {
        return PublicWords.of(withoutReporter(description));
    }

    /** Its address as everybody may read it, or null if it has none. */
    public @Nullable String publicAddress() {
        return address == null ? null : PublicWords.of(withoutReporter(address));
    }

    private String withoutReporter(String text) {
        return reporter == null ? text : PublicWords.without(reporter.id(), text);
    }

    /**
     * Who saw it.
     *
     * @param observer whether he is one of the appointed observers, who earn points
     */
    public record Reporter(String id, boolean observer) {}
}
