package io.twingrid.notification.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * All notices, a gapless sequence for each audience. They are kept for a set time; then they are gone for every method but
 * {@link #head}, and their numbers are not given again. Errors of every method: the store's, if it is away.
 */
public interface Notices {

    /** A notice that is in the store, and whether it was put there just now. */
    record Stored(Notice notice, boolean isNew) {}

    /**
     * Which notices of a person's audiences are asked for.
     *
     * @param behind for each audience, the seq behind which they lie; 0 for all
     * @param type only those of facts of this short name, or null
     * @param before only those older than the notice of this id, or null
     */
    record Selection(
            Map<Audience, Long> behind,
            @Nullable String type,
            @Nullable String before) {
        public Selection {
            behind = Map.copyOf(behind);
        }

        public static Selection of(Set<Audience> audiences, @Nullable String before) {
            return new Selection(
                    audiences.stream().collect(Collectors.toMap(audience -> audience, audience -> 0L)), null, before);
        }
    }

    /**
     * Stores each draft as the next notice of its audience, unless the audience has a notice of the same cause.
     *
     * @return the notices of all drafts, those that were there already among them
     */
    Mono<List<Stored>> append(List<Draft> drafts);

    /** The seq of an audience's last notice, kept or gone; 0 if it never had one. */
    Mono<Long> head(Audience audience);

    /** The seq of an audience's last notice that is not younger than the one of this id; 0 if all are. */
    Mono<Long> headAt(Audience audience, String id);

    /** The seq of an audience's first notice behind {@code seq}; empty if there is none. */
    Mono<Long> firstAfter(Audience audience, long seq);

    /** An audience's notices behind {@code seq}, in their order. */
    Flux<Notice> after(Audience audience, long seq);

    /** The newest notices of a selection, newest first. */
    Flux<Notice> newest(Selection selection, int limit);

    /** The notice of this id; empty if there is none. */
    Mono<Notice> find(String id);
}
