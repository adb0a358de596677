package io.twingrid.notification.domain;

import java.util.Set;
import reactor.core.publisher.Flux;

/** The live streams of this instance. */
public interface LiveNotices {

    /**
     * A reader's stream: what he missed since {@code since}, then everything as it is stored. Audiences that {@code since}
     * does not know start now. It ends when this instance stops, or when the store is away while the stream needs it.
     *
     * @param person whose stream it is; he may have so many at a time and no more
     * @return errors: {@link TooManyStreamsException} at once; {@link SlowReaderException} if the reader has stopped to take
     *     what comes; before the first item, the store's
     */
    Flux<StreamItem> open(String person, Set<Audience> audiences, NoticeCursor since);

    /** A notice was stored, here or by another instance. */
    void tell(Notice notice);

    /** Something may have been missed between instances: every stream looks into the store once. */
    void lookAgain();
}
