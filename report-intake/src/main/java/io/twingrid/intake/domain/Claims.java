package io.twingrid.intake.domain;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** The idempotency keys that clients have used, by the report id that is derived from them; kept for good. */
public interface Claims {
    /**
     * Takes an id for a submission, or answers the claim that was there first.
     *
     * @param digest of the submission's content: another content under the same key is a mistake of the client
     */
    Mono<Claim> claim(String reportId, String digest, Instant at);

    /** Who came first under a key: with what content, and when. */
    record Claim(String digest, Instant at) {}
}
