package io.twingrid.notification.domain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of calling a target. {@code detail} is for admins: a status, an error code, never what was sent. */
public sealed interface Answer {

    String detail();

    /** It was taken. */
    record Taken(String detail) implements Answer {}

    /**
     * It may be taken later.
     *
     * @param after how long the other side asks us to wait, or null
     */
    record Failed(String detail, @Nullable Duration after) implements Answer {}

    /** It will never be taken; others may be. */
    record Refused(String detail) implements Answer {}

    /** Nobody is there any more. */
    record Gone(String detail) implements Answer {}
}
