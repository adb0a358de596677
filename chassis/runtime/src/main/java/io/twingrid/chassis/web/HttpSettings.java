package io.twingrid.chassis.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How long a client may take over a request, and how many may be connected; so a connection is never held by one who says
 * nothing, or next to nothing. None of it ends an answer that is under way, such as a live stream.
 *
 * @param head from the first byte of a request to the end of its headers
 * @param pause between two pieces of a body
 * @param body from the end of the headers to the end of the body: the largest photo on the slowest network
 * @param leftover of a body that is still read after its answer is out: a client that is sending
 *     hears it only if it is not cut off at once; then the connection is closed
 * @param idle until a connection that waits for its next request is closed; longer than a gateway keeps one
 * @param connections open at once; those beyond are closed unheard
 */
@ConfigurationProperties("chassis.http")
public record HttpSettings(
        @DefaultValue("10s") Duration head,
        @DefaultValue("10s") Duration pause,
        @DefaultValue("5m") Duration body,
        @DefaultValue("16MB") DataSize leftover,
        @DefaultValue("60s") Duration idle,
        @DefaultValue("20000") int connections) {
    public HttpSettings {
        if (!head.isPositive() || !pause.isPositive() || !body.isPositive() || !idle.isPositive()) {
            throw new IllegalArgumentException("chassis.http: every time must be longer than nothing");
        }
        if (connections < 1) {
            throw new IllegalArgumentException("chassis.http.connections must be at least 1: " + connections);
        }
    }
}
