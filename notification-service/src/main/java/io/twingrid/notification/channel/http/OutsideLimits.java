package io.twingrid.notification.channel.http;

import java.time.Duration;
import java.util.Set;

/**
 * What bounds calls to the outside.
 *
 * @param allowedHosts hosts, in small letters, that may be called wherever they are, also over http
 * @param connect how long making a connection may take
 * @param answer how long the other side may be silent
 * @param idle how long a connection that nobody uses is kept
 * @param connections to one host at the same time, at most
 * @param lookups names that are looked up at the same time, at most
 * @param answerBytes what is read of an answer
 */
public record OutsideLimits(
        Set<String> allowedHosts,
        Duration connect,
        Duration answer,
        Duration idle,
        int connections,
        int lookups,
        int answerBytes) {
    public OutsideLimits {
        allowedHosts = Set.copyOf(allowedHosts);
    }
}
