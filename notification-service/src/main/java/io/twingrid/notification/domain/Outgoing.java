package io.twingrid.notification.domain;

import java.util.List;
import reactor.core.publisher.Mono;

/** Ways out of this service beside the live stream. */
public interface Outgoing {

    /**
     * Takes the notices of one poll, to be delivered when they are due ({@link Preferences#timing}). The same notice comes
     * again whenever its fact does: a delivery that there is already, done or not, stays as it is.
     *
     * @return completes when they are kept, and before anything is sent: a far end that hangs must hold up nobody. Errors:
     *     the store's, if it is away; then the poll comes again
     */
    Mono<Void> take(List<Handover> handovers);
}
