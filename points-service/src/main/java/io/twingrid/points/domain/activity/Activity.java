package io.twingrid.points.domain.activity;

import io.twingrid.chassis.change.Outcome;
import io.twingrid.points.domain.ActivityFact;
import io.twingrid.points.domain.PointsFact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that observers take part in (志愿活动), or that is offered to them and their families: a film night, a family day.
 * It is one document, so whoever signs up does so against all who signed up before: the places are never oversold.
 *
 * @param places how many can take part
 * @param points for whoever was there; 0 or more
 * @param secret of the code that is shown on site, in base 64
 * @param participants who signed up, in that order
 */
public record Activity(
        String id,
        String title,
        String titleEn,
        String description,
        String place,
        Instant from,
        Instant until,
        int places,
        long points,
        String secret,
        List<Participant> participants) {
    /** Wrong codes that one person may try; with six digits and three codes valid at a time nobody guesses one. */
    private static final int MOST_WRONG_CODES = 5;

    /** Makes the list immutable. */
    public Activity {
        participants = List.copyOf(participants);
    }

    /**
     * Somebody who signed up.
     *
     * @param attendedAt when his attendance was noted, or null
     * @param by who noted it: staff, or {@code code}; or null
     * @param wrongCodes codes that he tried and that were wrong
     */
    public record Participant(
            String observer,
            Instant signedUpAt,
            @Nullable Instant attendedAt,
            @Nullable String by,
            int wrongCodes) {
        Participant attended(String who, Instant now) {
            return new Participant(observer, signedUpAt, now, who, wrongCodes);
        }

        Participant erred() {
            return new Participant(observer, signedUpAt, attendedAt, by, wrongCodes + 1);
        }
    }

    /** Places that nobody has taken. */
    public int free() {
        return places - participants.size();
    }

    /** Takes what staff say anew; the secret and those who signed up stay. Not fewer places than are taken. */
    public Outcome<Activity, PointsFact> mend(Activity anew) {
        if (anew.places < participants.size()) {
            return Outcome.refused(participants.size() + " places are taken.");
        }
        Activity mended = new Activity(
                id,
                anew.title,
                anew.titleEn,
                anew.description,
                anew.place,
                anew.from,
                anew.until,
                anew.places,
                anew.points,
                secret,
                participants);
        return mended.equals(this) ? Outcome.unchanged() : Outcome.changed(mended, List.of());
    }

    /** Takes a place. */
    public Outcome<Activity, PointsFact> signUp(String observer, Instant now) {
        if (participant(observer).isPresent()) {
            return Outcome.unchanged();
        }
        if (!now.isBefore(until)) {
            return Outcome.refused("It is over.");
        }
        if (free() == 0) {
            return Outcome.refused("All " + places + " places are taken.");
        }
        Participant last = new Participant(observer, now, null, null, 0);
        return changed(Stream.concat(participants.stream(), Stream.of(last)).toList());
    }

    /** Gives a place back, before it begins. */
    public Outcome<Activity, PointsFact> leave(String observer, Instant now) {
        if (participant(observer).isEmpty()) {
            return Outcome.unchanged();
        }
        return now.isBefore(from)
                ? changed(participants.stream()
                        .filter(other -> !other.observer().equals(observer))
                        .toList())
                : Outcome.refused("It has begun.");
    }

    /** Notes that somebody was there, once; his points follow from the fact. */
    public Outcome<Activity, PointsFact> attend(String observer, String by, Instant now) {
        Participant who = participant(observer).orElse(null);
        if (who == null) {
            return Outcome.refused("This observer has not signed up.");
        }
        if (who.attendedAt() != null) {
            return Outcome.unchanged();
        }
        if (now.isBefore(from)) {
            return Outcome.refused("It begins at " + from + ".");
        }
        return Outcome.changed(
                with(replaced(who, who.attended(by, now))), new ActivityFact.Attended(observer, now, id, points, by));
    }

    /** Notes that somebody was there who knows the code on site, or that he does not know it. */
    public Outcome<Activity, PointsFact> attendByCode(String observer, boolean right, Instant now) {
        Participant who = participant(observer).orElse(null);
        if (who == null || who.attendedAt() != null) {
            return attend(observer, "code", now);
        }
        if (who.wrongCodes() >= MOST_WRONG_CODES) {
            return Outcome.refused("Too many wrong codes; ask the staff on site.");
        }
        if (!now.isBefore(until)) {
            return Outcome.refused("It is over; ask the staff.");
        }
        return right ? attend(observer, "code", now) : changed(replaced(who, who.erred()));
    }

    /** How somebody takes part. */
    public Optional<Participant> participant(String observer) {
        return participants.stream()
                .filter(other -> other.observer().equals(observer))
                .findFirst();
    }

    private List<Participant> replaced(Participant before, Participant after) {
        return participants.stream()
                .map(other -> other.equals(before) ? after : other)
                .toList();
    }

    private Outcome<Activity, PointsFact> changed(List<Participant> now) {
        return Outcome.changed(with(now), List.of());
    }

    private Activity with(List<Participant> now) {
        return new Activity(id, title, titleEn, description, place, from, until, places, points, secret, now);
    }
}
