package io.twingrid.points;

import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Work of several writes that was decided in the first and may have been cut off after any of them. */
interface Unfinished {
    /** Ids of what was begun before a time and is not finished, the oldest first. */
    Flux<String> begunBefore(Instant time, int most);

    /** Does what is left to do; doing it again, or twice at a time, changes nothing. */
    Mono<?> finish(String id);
}
