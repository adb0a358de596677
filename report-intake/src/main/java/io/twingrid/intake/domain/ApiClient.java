package io.twingrid.intake.domain;

import java.time.Instant;

/**
 * Another organisation's software that may report here.
 *
 * @param name small letters, digits and hyphens; part of the channel of its reports
 * @param perMinute requests with its key that are answered in a minute
 * @param revoked its key opens nothing any more
 */
public record ApiClient(String name, int perMinute, boolean revoked, Instant createdAt) {
    public ApiClient {
        if (!name.matches("[a-z0-9][a-z0-9-]{1,39}")) {
            throw new IllegalArgumentException("from 2 to 40 small letters, digits and hyphens");
        }
        if (perMinute < 1) {
            throw new IllegalArgumentException("at least one request a minute");
        }
    }

    /** By which way its reports come. */
    public String channel() {
        return "open311:" + name;
    }
}
