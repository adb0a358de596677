package io.twingrid.notification.domain;

/**
 * Something that an audience was told. It never changes.
 *
 * @param id names it to clients; ids grow with time (UUID version 7)
 * @param audience who is told
 * @param seq its place in the audience's sequence: 1, 2, 3 … without a gap
 * @param content what is told
 */
public record Notice(String id, Audience audience, long seq, Content content) {}
