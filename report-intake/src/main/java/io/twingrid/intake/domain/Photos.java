package io.twingrid.intake.domain;

import java.nio.ByteBuffer;
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

    /** Deletes a report's photos. */
    Mono<Void> deleteOf(String reportId);
}
