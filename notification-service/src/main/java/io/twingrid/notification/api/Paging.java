package io.twingrid.notification.api;

import io.twingrid.chassis.web.ListParameters;

/** What lists have in common. */
final class Paging {
    private static final int LONGEST_PAGE = 100;

    private Paging() {}

    /** The number of items on a page; a problem if it is not 1 to 100. */
    static int checked(int limit) {
        return ListParameters.limit(limit, limit, LONGEST_PAGE);
    }
}
