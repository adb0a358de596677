package io.twingrid.notification.domain;

/** What a live stream carries. */
public sealed interface StreamItem {

    /** The stream is open; whoever is cut off from here on resumes at {@code cursor}. */
    record Opened(NoticeCursor cursor) implements StreamItem {}

    /** A notice, and the reader's place behind it. */
    record Told(Notice notice, NoticeCursor cursor) implements StreamItem {}

    /** Notices that the reader does not have are not kept any more: so many were missed before {@code cursor}. */
    record Cut(long missed, NoticeCursor cursor) implements StreamItem {}

    /** Nothing; it keeps the connection from looking dead. */
    record Beat() implements StreamItem {}
}
