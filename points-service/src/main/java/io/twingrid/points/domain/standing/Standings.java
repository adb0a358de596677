package io.twingrid.points.domain.standing;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The boards as they stand: one row a board and observer, and how far each account has been counted. */
public interface Standings {

    /** An observer's row of a board. */
    record Row(String observer, long points) {}

    /** {@code seq} of the last entry of an account that is in all its boards; 0 if none is. */
    Mono<Long> countedUpTo(String observer);

    /** Notes that an entry is in all its boards; never goes back. */
    Mono<Void> counted(String observer, long seq);

    /**
     * Adds an entry's points to an observer's row, once: a row that has counted this entry or a later one stays as it is.
     *
     * @param seq of the entry; an account's entries must be added in their order
     */
    Mono<Void> add(String board, String observer, long points, long seq);

    /** Up to {@code most} rows of a board, the highest first and those of equal points by id; behind {@code after} if it is given. */
    Flux<Row> rows(String board, @Nullable Row after, int most);
}
