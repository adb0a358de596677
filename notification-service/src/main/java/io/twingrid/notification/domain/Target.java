package io.twingrid.notification.domain;

import java.time.Instant;
import java.util.Set;

/**
 * Where notices go besides the live streams.
 *
 * @param id names it; safe in a URL
 * @param kind how it is spoken to
 * @param owner who registered it, a token's {@code sub}
 * @param name what people call it
 * @param audiences whose notices go there; none for a person's own, which follows his preferences
 * @param facts short names of the facts that it wants to hear of; empty means all
 * @param language what texts are written in there
 * @param digest whether what is not urgent is collected and sent once a day
 * @param address where exactly it is
 * @param at when it was registered last
 */
public record Target(
        String id,
        TargetKind kind,
        String owner,
        String name,
        Set<Audience> audiences,
        Set<String> facts,
        Language language,
        boolean digest,
        Address address,
        Instant at) {
    public Target {
        audiences = Set.copyOf(audiences);
        facts = Set.copyOf(facts);
    }

    /** Whether it is a person's own browser or mailbox. */
    public boolean isPersonal() {
        return audiences.isEmpty();
    }

    /** Whether a notice goes there because of its audience. */
    public boolean wants(Notice notice) {
        return audiences.contains(notice.audience())
                && (facts.isEmpty() || facts.contains(notice.content().type()));
    }
}
