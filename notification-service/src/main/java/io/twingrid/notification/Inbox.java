package io.twingrid.notification;

import io.twingrid.notification.domain.Audience;
import io.twingrid.notification.domain.Notice;
import io.twingrid.notification.domain.Notices;
import io.twingrid.notification.domain.Notices.Selection;
import io.twingrid.notification.domain.Readings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a person was told, in all the audiences that he belongs to today, and what of it he has read, whatever he reads with.
 * Errors of every method: the store's, if it is away.
 */
public final class Inbox {
    private final Notices notices;
    private final Readings readings;

    public Inbox(Notices notices, Readings readings) {
        this.notices = notices;
        this.readings = readings;
    }

    /** A notice, and whether the person whose inbox it is has read it. */
    public record Entry(Notice notice, boolean read) {}

    /**
     * What a person asks for.
     *
     * @param unread whether only what he has not read
     * @param type only notices of facts of this short name, or null
     * @param before only those older than the notice of this id, or null
     */
    public record Query(
            boolean unread, @Nullable String type, @Nullable String before) {}

    /**
     * A page, newest first.
     *
     * @param last id of the last notice that was looked at, behind which the next page begins; null at the end
     */
    public record Listed(List<Entry> entries, @Nullable String last) {}

    /** The newest notices, newest first; of the unread there may be fewer than {@code limit} on a page that is not the last. */
    public Mono<Listed> newest(String person, Set<Audience> audiences, Query query, int limit) {
        return readings.marks(person, audiences).flatMap(marks -> {
            Map<Audience, Long> behind =
                    query.unread() ? marks : Selection.of(audiences, null).behind();
            return notices.newest(new Selection(behind, query.type(), query.before()), limit + 1)
                    .collectList()
                    .flatMap(found -> listed(person, found, marks, query.unread(), limit));
        });
    }

    private Mono<Listed> listed(
            String person, List<Notice> found, Map<Audience, Long> marks, boolean unread, int limit) {
        List<Notice> page = found.subList(0, Math.min(limit, found.size()));
        String last = found.size() > limit ? page.getLast().id() : null;
        return readings.among(person, page.stream().map(Notice::id).toList())
                .map(read -> page.stream()
                        .map(notice -> new Entry(
                                notice,
                                notice.seq() <= marks.getOrDefault(notice.audience(), 0L)
                                        || read.contains(notice.id())))
                        .filter(entry -> !unread || !entry.read())
                        .toList())
                .map(entries -> new Listed(entries, last));
    }

    /** How many notices a person has not read. */
    public Mono<Long> unread(String person, Set<Audience> audiences) {
        return readings.marks(person, audiences).flatMap(marks -> Flux.fromIterable(marks.entrySet())
                .flatMap(mark -> unread(person, mark.getKey(), mark.getValue()))
                .reduce(0L, Long::sum));
    }

    /** By the numbers: from the first that is kept behind the mark to the last, without those read one by one. */
    private Mono<Long> unread(String person, Audience audience, long mark) {
        return notices.firstAfter(audience, mark)
                .flatMap(first -> Mono.zip(notices.head(audience), readings.count(person, audience, first - 1))
                        .map(both -> Math.max(0, both.getT1() - first + 1 - both.getT2())))
                .defaultIfEmpty(0L);
    }

    /** Keeps that a person has read a notice; empty if there is none of this id in his audiences. */
    public Mono<Entry> read(String person, Set<Audience> audiences, String id) {
        return notices.find(id)
                .filter(notice -> audiences.contains(notice.audience()))
                .flatMap(notice -> readings.mark(person, notice).thenReturn(new Entry(notice, true)));
    }

    /**
     * Keeps that a person has read everything, and answers how many he has not read then.
     *
     * @param upTo only what is not younger than the notice of this id: the newest that he has seen; null for all there is
     */
    public Mono<Long> readAll(String person, Set<Audience> audiences, @Nullable String upTo) {
        Function<Audience, Mono<Long>> last =
                audience -> upTo == null ? notices.head(audience) : notices.headAt(audience, upTo);
        return Flux.fromIterable(audiences)
                .flatMap(audience -> last.apply(audience).map(seq -> Map.entry(audience, seq)))
                .filter(mark -> mark.getValue() > 0)
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .flatMap(marks -> readings.markAll(person, marks))
                .then(Mono.defer(() -> unread(person, audiences)));
    }
}
