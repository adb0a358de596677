package io.twingrid.intake.domain;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The photos of all reports, and those that are not in a report yet. */
public interface Photos {
    /** Keeps a photo; it can be found once both pictures are there. */
    Mono<Void> keep(Photo photo, ByteBuffer large, ByteBuffer small);

    Mono<Photo> find(String id);

    /** A picture's bytes, as they come out of the store. */
    Flux<ByteBuffer> content(String id, Photo.Size size);

    /** Ties photos to a report; doing so again changes nothing. */
    Mono<Void> attach(List<String> ids, String reportId);

    /** Photos in reports that may be of the same picture; measure before you believe it. */
    Flux<Photo> alike(Fingerprint fingerprint);

    /**
     * Photos from before a time, oldest first.
     *
     * @param used those that are in a report
     * @param unused those that are in none
     */
    Flux<Photo> before(Instant used, Instant unused, int limit);

    /** What a person has uploaded, in reports or not. */
    Flux<Photo> of(String client);

    /** Deletes a photo; if there is none of that id, nothing is changed. */
    Mono<Void> delete(String id);
}
