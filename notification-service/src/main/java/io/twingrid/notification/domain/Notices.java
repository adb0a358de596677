package io.twingrid.notification.domain;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All notices, a gapless sequence for each audience. Errors of every method: the store's, if it is away. */
public interface Notices {

    /** A notice that is in the store, and whether it was put there just now. */
    record Stored(Notice notice, boolean isNew) {}

    /**
     * Stores each draft as the next notice of its audience, unless the audience has a notice of the same cause.
     *
     * @return the notices of all drafts, those that were there already among them
     */
    Mono<List<Stored>> append(List<Draft> drafts);

    /** The seq of an audience's last notice; 0 if it has none. */
    Mono<Long> head(Audience audience);

    /** An audience's notices behind {@code seq}, in their order. */
    Flux<Notice> after(Audience audience, long seq);

    /** The newest notices of all these audiences, newest first; older than the one of id {@code before}, if it is given. */
    Flux<Notice> newest(Set<Audience> audiences, @Nullable String before, int limit);

    /** The notice of this id; empty if there is none. */
    Mono<Notice> find(String id);
}
