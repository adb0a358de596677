package io.twingrid.notification.domain;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a person wants to be told outside the live stream.
 *
 * @param channels the ways to him; none for the live stream and the inbox alone
 * @param mail his address for {@link Channel#MAIL}, or null
 * @param language what he reads
 * @param quiet hours in which only what is urgent arrives, or null
 * @param digestAt when, each day, he gets what is not urgent, in one piece; null for each notice by itself
 */
public record Preferences(
        Set<Channel> channels,
        @Nullable String mail,
        Language language,
        @Nullable QuietHours quiet,
        @Nullable LocalTime digestAt) {
    /** Of whoever has not said otherwise: at once, wherever he registered. */
    public static final Preferences USUAL = new Preferences(Set.of(Channel.PUSH), null, Language.ZH, null, null);

    public Preferences {
        channels = Set.copyOf(channels);
        if (channels.contains(Channel.MAIL) && mail == null) {
            throw new IllegalArgumentException("mail needs an address");
        }
    }

    /**
     * When a notice is to go out, and whether with others.
     *
     * @param at not before then
     * @param inDigest whether it goes together with all that is due at the same time
     */
    public record Timing(Instant at, boolean inDigest) {}

    /** Urgent: at once. Else with the next digest if he wants one, else as soon as it is not quiet. */
    public Timing timing(Content content, Instant now, ZoneId zone) {
        if (content.urgent()) {
            return new Timing(now, false);
        }
        ZonedDateTime here = now.atZone(zone);
        if (digestAt != null) {
            ZonedDateTime today = here.with(digestAt);
            return new Timing((today.isAfter(here) ? today : today.plusDays(1)).toInstant(), true);
        }
        return new Timing(quiet == null ? now : quiet.over(here).toInstant(), false);
    }
}
