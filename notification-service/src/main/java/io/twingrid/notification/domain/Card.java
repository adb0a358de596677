package io.twingrid.notification.domain;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is kept of a report or of a care task, so that later facts about it can be addressed and worded: never what was
 * written in it, nor where exactly it is.
 *
 * @param known codes and ids; an empty one is not known any more
 * @param followers reporters whose reports were merged into this one, by the id of theirs; empty once it has parted again
 */
public record Card(Map<Detail, String> known, Map<String, String> followers) {
    public static final Card BLANK = new Card(Map.of(), Map.of());

    public Card {
        known = Map.copyOf(known);
        followers = Map.copyOf(followers);
    }

    /** This card with what a fact adds: what {@code news} does not know stays as it is. */
    public Card with(Card news) {
        if (news.isBlank()) {
            return this;
        }
        Map<Detail, String> all = new EnumMap<>(Detail.class);
        all.putAll(known);
        all.putAll(news.known);
        Map<String, String> followedBy = new HashMap<>(followers);
        followedBy.putAll(news.followers);
        return new Card(all, followedBy);
    }

    public boolean isBlank() {
        return known.isEmpty() && followers.isEmpty();
    }

    Details details() {
        Details details = Details.none();
        for (Map.Entry<Detail, String> entry : known.entrySet()) {
            details = details.with(entry.getKey(), entry.getValue().isEmpty() ? null : entry.getValue());
        }
        List<String> persons = followers.values().stream()
                .filter(person -> !person.isEmpty())
                .distinct()
                .sorted()
                .toList();
        return details.with(Detail.FOLLOWERS, persons);
    }
}
