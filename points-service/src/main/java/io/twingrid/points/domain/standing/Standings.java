package io.twingrid.points.domain.standing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The boards as they stand: rows of points, and how far each account has been counted. */
public interface Standings {

    /**
     * A row of a board.
     *
     * @param name an observer's id, or an employer's name
     */
    record Row(String name, long points) {}

    /** Points that an entry adds to one row of a board. */
    record Increment(String board, String name, long points) {}

    /** {@code seq} of the last entry of an account that is in all its boards; 0 if none is. */
    Mono<Long> countedUpTo(String observer);

    /** Notes that an entry is in all its boards; never goes back. */
    Mono<Void> counted(String observer, long seq);

    /**
     * Adds an entry's points to rows, each once: a row that has counted this entry of the account or a later one stays as it is.
     *
     * @param observer whose account the entry is of
     * @param seq of the entry; an account's entries must be added in their order
     */
    Mono<Void> add(String observer, long seq, List<Increment> increments);

    /** Up to {@code most} rows of a board, the highest first and those of equal points by name; behind {@code after} if it is given. */
    Flux<Row> rows(String board, @Nullable Row after, int most);
}
