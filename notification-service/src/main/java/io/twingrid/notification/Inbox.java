package io.twingrid.notification;

import io.twingrid.notification.domain.Audience;
import io.twingrid.notification.domain.Notice;
import io.twingrid.notification.domain.Notices;
import io.twingrid.notification.domain.Readings;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What a person was told, in all the audiences that he belongs to today, and what of it he has read. */
public final class Inbox {
    private final Notices notices;
    private final Readings readings;
    private final Clock clock;

    public Inbox(Notices notices, Readings readings, Clock clock) {
        this.notices = notices;
        this.readings = readings;
        this.clock = clock;
    }

    /** A notice, and whether the person whose inbox it is has read it. */
    public record Entry(Notice notice, boolean read) {}

    /**
     * The newest notices, newest first.
     *
     * @param before only those older than the notice of this id, or null
     */
    public Mono<List<Entry>> newest(String person, Set<Audience> audiences, @Nullable String before, int limit) {
        return notices.newest(audiences, before, limit).collectList().flatMap(found -> readings.among(
                        person, found.stream().map(Notice::id).toList())
                .map(read -> found.stream()
                        .map(notice -> new Entry(notice, read.contains(notice.id())))
                        .toList()));
    }

    /** Keeps that a person has read a notice; empty if there is none of this id in his audiences. */
    public Mono<Entry> read(String person, Set<Audience> audiences, String id) {
        return notices.find(id)
                .filter(notice -> audiences.contains(notice.audience()))
                .flatMap(notice -> readings.mark(person, id, clock.instant()).thenReturn(new Entry(notice, true)));
    }
}
